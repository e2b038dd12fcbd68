//! From the codes in a page's strings to characters and widths.
//!
//! hayro reads the fonts and follows what a document says about its letters (ToUnicode, glyph names). Where it says nothing,
//! the code itself, the collection of characters or the font program often does; what none of them knows is U+FFFD, never a guess.

use std::{cell::RefCell, collections::HashMap, rc::Rc, sync::Arc};

use hayro_font::{
    CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn,
    hayro_cmap::{self, BfString, CMap, CidFamily},
    kurbo::Vec2,
};
use hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};
use skrifa::MetadataProvider as _;

/// What stands for a letter that the document gives no meaning.
pub(super) const UNKNOWN: char = '\u{fffd}';

/// A font as far as text needs it.
pub(super) struct Face<'a> {
    font: Font<'a>,
    spare: Spare,
    letters: RefCell<HashMap<u32, Rc<str>>>,
    /// Whether its name or its description says that it is bold.
    pub(super) bold: bool,
}

/// What a code means where the document doesn't say.
enum Spare {
    /// The code is UTF-16.
    Utf16,
    /// The code is in an encoding older than Unicode.
    Encoded(&'static encoding_rs::Encoding),
    /// The code is the number of a character in a collection.
    Collection(Box<CMap>),
    /// The font program says which character a glyph draws.
    Program(RefCell<Option<HashMap<u32, char>>>),
}

/// The fonts of a document.
pub(super) struct Faces<'a> {
    fonts: FontCache<'a>,
    // By the place of their dictionaries in memory, which stays.
    faces: HashMap<usize, Option<Rc<Face<'a>>>>,
    programs: FontResolverFn,
    cmaps: CMapResolverFn,
}

impl<'a> Faces<'a> {
    pub(super) fn new() -> Self {
        Self {
            fonts: FontCache::new(),
            faces: HashMap::new(),
            programs: Arc::new(|query| {
                Some(
                    match query {
                        FontQuery::Standard(font) => *font,
                        FontQuery::Fallback(wanted) => wanted.pick_standard_font(),
                    }
                    .get_font_data(),
                )
            }),
            cmaps: Arc::new(hayro_cmap::load_embedded),
        }
    }

    /// The font that `dict` describes; nothing when it can't be read.
    pub(super) fn face(&mut self, dict: &Dict<'a>) -> Option<Rc<Face<'a>>> {
        let key = dict.data().as_ptr() as usize;
        if let Some(known) = self.faces.get(&key) {
            return known.clone();
        }
        let sane = Some(dict).filter(|dict| has_sane_widths(dict));
        let font = sane.and_then(|dict| self.fonts.font(dict, &self.programs, &self.cmaps));
        let face = font.map(|font| {
            Rc::new(Face {
                font,
                spare: self.spare(dict),
                letters: RefCell::default(),
                bold: is_bold(dict),
            })
        });
        self.faces.insert(key, face.clone());
        face
    }

    fn spare(&self, dict: &Dict<'a>) -> Spare {
        let composite = dict
            .get::<Name<'_>>("Subtype")
            .is_some_and(|n| n.as_str() == "Type0");
        let encoding = dict.get::<Name<'_>>("Encoding");
        let encoding = encoding.as_ref().map_or("", |name| name.as_str());
        if !composite {
            // Codes of simple fonts have names; what is left are glyphs of a program without any.
            return Spare::Program(RefCell::default());
        }
        if encoding.contains("UCS2") || encoding.contains("UTF16") {
            return Spare::Utf16;
        }
        let older = [
            ("GB", encoding_rs::GBK),
            ("90", encoding_rs::SHIFT_JIS),
            ("83pv-RKSJ", encoding_rs::SHIFT_JIS),
            ("Add-RKSJ", encoding_rs::SHIFT_JIS),
            ("Ext-RKSJ", encoding_rs::SHIFT_JIS),
            ("EUC-", encoding_rs::EUC_JP),
            ("B5pc", encoding_rs::BIG5),
            ("HKscs-B5", encoding_rs::BIG5),
            ("ET", encoding_rs::BIG5),
            ("KSC", encoding_rs::EUC_KR),
        ];
        if let Some((_, encoding)) = older.iter().find(|(start, _)| encoding.starts_with(start)) {
            return Spare::Encoded(encoding);
        }
        self.collection(dict)
            .map_or(Spare::Program(RefCell::default()), |map| {
                Spare::Collection(Box::new(map))
            })
    }

    /// The table from the numbers of a collection of characters to Unicode.
    fn collection(&self, dict: &Dict<'a>) -> Option<CMap> {
        let info = descendant(dict)?.get::<Dict<'_>>("CIDSystemInfo")?;
        let (registry, ordering) = (
            info.get::<PdfString<'_>>("Registry")?,
            info.get::<PdfString<'_>>("Ordering")?,
        );
        let name = CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes()).ucs2_cmap()?;
        let cmaps = self.cmaps.clone();
        CMap::parse((self.cmaps)(name)?, move |name| cmaps(name))
    }
}

impl Face<'_> {
    /// The next code of a string and its length in bytes.
    pub(super) fn code(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        let (code, length) = self.font.read_code(bytes, at);
        (code, length.max(1))
    }

    /// How far the next letter stands from the start of this one, in thousandths of the size.
    pub(super) fn advance(&self, code: u32) -> Vec2 {
        self.font.code_advance(code)
    }

    /// Whether lines go from left to right and not down.
    pub(super) fn horizontal(&self) -> bool {
        self.font.is_horizontal()
    }

    /// The characters of a code, as its bytes are `printed`; empty where it stands for nothing.
    pub(super) fn letters(&self, code: u32, printed: &[u8]) -> Rc<str> {
        if let Some(known) = self.letters.borrow().get(&code) {
            return known.clone();
        }
        let found: Rc<str> = self.find(code, printed).into();
        self.letters.borrow_mut().insert(code, found.clone());
        found
    }

    fn find(&self, code: u32, printed: &[u8]) -> String {
        let glyph = self.font.glyph(self.font.map_code(code), code);
        let named = match &glyph {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let known = named.map(words_of).filter(|text| text != "\0");
        known
            .or_else(|| self.spare.find(code, printed, &glyph))
            .unwrap_or_else(|| UNKNOWN.to_string())
    }
}

impl Spare {
    fn find(&self, code: u32, printed: &[u8], glyph: &FontGlyph<'_>) -> Option<String> {
        match self {
            Self::Utf16 => {
                let units = printed
                    .chunks_exact(2)
                    .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                char::decode_utf16(units).collect::<Result<String, _>>().ok()
            }
            Self::Encoded(encoding) => encoding
                .decode_without_bom_handling_and_without_replacement(printed)
                .map(|text| text.into_owned()),
            Self::Collection(map) => map.lookup_bf_string(code).map(words_of).or_else(|| {
                let unicode = map.lookup_cid_code(code, 2)?;
                char::from_u32(unicode).map(String::from)
            }),
            Self::Program(map) => {
                let FontGlyph::Outline(glyph) = glyph else {
                    return None;
                };
                let mut map = map.borrow_mut();
                let map = map.get_or_insert_with(|| {
                    let Some(program) = glyph.font_data() else {
                        return HashMap::new();
                    };
                    drawn_characters((*program.data).as_ref())
                });
                map.get(&glyph.glyph_id().to_u32()).copied().map(String::from)
            }
        }
    }
}

fn words_of(found: BfString) -> String {
    match found {
        BfString::Char(letter) => letter.to_string(),
        BfString::String(letters) => letters,
    }
}

/// Which character each glyph of a font program draws; of several the first.
fn drawn_characters(program: &[u8]) -> HashMap<u32, char> {
    let mut drawn = HashMap::new();
    if let Ok(font) = skrifa::FontRef::from_index(program, 0) {
        for (character, glyph) in font.charmap().mappings() {
            if let Some(character) = char::from_u32(character) {
                drawn.entry(glyph.to_u32()).or_insert(character);
            }
        }
    }
    drawn
}

fn descendant<'a>(dict: &Dict<'a>) -> Option<Dict<'a>> {
    dict.get::<Array<'_>>("DescendantFonts")?
        .iter::<Dict<'_>>()
        .next()
}

/// Whether the ranges of widths of a composite font name characters that there can be: hayro lists each of them.
fn has_sane_widths(dict: &Dict<'_>) -> bool {
    const MOST: f64 = 300_000.0;
    let Some(font) = descendant(dict) else {
        return true;
    };
    ["W", "W2"].into_iter().all(|key| {
        let mut listed = 0.0;
        let mut numbers: Vec<f64> = Vec::new();
        // `first [width …]` or `first last width`; of `W2` three numbers stand for a width.
        let least = if key == "W" { 3 } else { 5 };
        for item in font
            .get::<Array<'_>>(key)
            .iter()
            .flat_map(|list| list.iter::<Object<'_>>())
        {
            match item {
                Object::Number(number) => numbers.push(number.as_f64()),
                _ => numbers.clear(),
            }
            if numbers.len() == least {
                listed += (numbers[1] - numbers[0]).max(0.0);
                numbers.clear();
            }
        }
        listed < MOST
    })
}

fn is_bold(dict: &Dict<'_>) -> bool {
    const NAMES: [&str; 6] = ["bold", "black", "heavy", "demi", "cmbx", "-medi"];
    const FORCED: i32 = 1 << 18;
    let name = dict.get::<Name<'_>>("BaseFont");
    let name = name.map(|n| n.as_str().to_ascii_lowercase()).unwrap_or_default();
    let descriptor = dict
        .get::<Dict<'_>>("FontDescriptor")
        .or_else(|| descendant(dict)?.get::<Dict<'_>>("FontDescriptor"));
    NAMES.iter().any(|bold| name.contains(bold))
        || descriptor.is_some_and(|d| {
            d.get::<i32>("FontWeight").is_some_and(|weight| weight >= 600)
                || d.get::<i32>("Flags").is_some_and(|flags| flags & FORCED != 0)
        })
}
