//! What a page shows, as far as it is text: every letter with its place, size and weight, and how much of the page is pictures.
//!
//! The operators of the page's content are followed as ISO 32000-2 chapters 8, 9 and 14.6 say; nothing is painted. Places are in
//! points from the top left corner of the page as a reader sees it. A document that keeps drawing runs out of `work`.

use std::{io::Read as _, rc::Rc};

use hayro_font::kurbo::{Affine, Point, Rect};
use hayro_syntax::{
    Filter,
    content::{TypedIter, ops::TypedInstruction},
    object::{Array, Dict, Name, Object, Stream, String as PdfString},
    page::{Page, Resources},
};

use crate::{
    html::links::absolute,
    limits::{UNPACKED_FREE, UNPACKED_RATIO},
};

use super::{
    fonts::{Face, Faces},
    properties::text_string,
};

/// Forms within forms.
const DEEPEST_FORM: usize = 16;
/// Saved states and marked contents within one another.
const DEEPEST_STATE: usize = 1_000;
/// Operators, letters and chunks of [`CHUNK`] bytes that are looked at in one document.
pub(super) const MOST_WORK: u64 = 40_000_000;
/// Bytes that a byte can unpack to at most.
const DEFLATE_RATIO: u64 = 1_032;
/// Bytes of an unpacked form that count as one operator.
const CHUNK: u64 = 16;

/// A letter on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub(super) letter: char,
    /// Where it begins and ends along its line.
    pub(super) x: [f32; 2],
    /// Its baseline, growing downwards.
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) turn: Turn,
    pub(super) bold: bool,
    /// Drawn without ink, as the text behind a scanned page is.
    pub(super) inkless: bool,
    /// Said by the document to be no part of its text: a running head, a page number.
    pub(super) artifact: bool,
}

/// Which way a line of letters runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    Upright,
    Down,
    UpsideDown,
    Up,
    /// Along none of the page's edges.
    Slanted,
}

/// What is on a page. Places of letters that are turned count as if the page were turned so that they are upright.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) glyphs: Vec<Glyph>,
    /// Share of the page that pictures cover, 0 to 1.
    pub(super) pictures: f32,
    /// Addresses and the places that lead to them.
    pub(super) links: Vec<(Rect, String)>,
}

/// Why a document isn't read to its end.
#[derive(Debug)]
pub(super) enum Exhausted {
    /// It asks for more work than a text can need.
    Work,
    /// A stream unpacks to more than a page's content takes.
    Bomb,
}

/// Reads the pages of one document.
pub(super) struct Contents<'a> {
    faces: Faces<'a>,
    work: u64,
}

impl<'a> Contents<'a> {
    pub(super) fn new() -> Self {
        Self {
            faces: Faces::new(),
            work: MOST_WORK,
        }
    }

    /// What `page` shows.
    pub(super) fn sheet(&mut self, page: &Page<'a>) -> Result<Sheet, Exhausted> {
        let contents = page.raw().get::<Object<'_>>("Contents");
        if contents.is_some_and(|contents| match contents {
            Object::Stream(stream) => is_bomb(&stream),
            Object::Array(streams) => streams.iter::<Stream<'_>>().any(|stream| is_bomb(&stream)),
            _ => false,
        }) {
            return Err(Exhausted::Bomb);
        }
        let (width, height) = page.render_dimensions();
        let place = Affine::new(page.initial_transform(true).as_coeffs());
        let mut drawing = Drawing {
            faces: &mut self.faces,
            work: &mut self.work,
            sheet: Sheet {
                width,
                height,
                links: links(page, place),
                ..Sheet::default()
            },
            state: State::new(place),
            saved: Vec::new(),
            marks: Vec::new(),
        };
        drawing.follow(page.typed_operations(), page.resources(), 0)?;
        Ok(drawing.sheet)
    }
}

/// Whether a stream unpacks to far more bytes than it has; it is unpacked here without being kept.
pub(super) fn is_bomb(stream: &Stream<'_>) -> bool {
    let packed = stream.raw_data();
    let most = UNPACKED_FREE.max(packed.len() as u64 * UNPACKED_RATIO);
    let filters = stream.filters();
    let deflated = filters
        .iter()
        .filter(|f| matches!(f, Filter::FlateDecode))
        .count();
    let others = filters.len() - deflated;
    // No program packs twice what a page draws.
    if deflated > 1 {
        return true;
    }
    if deflated == 0 || others > 0 || packed.len() as u64 * DEFLATE_RATIO < UNPACKED_FREE {
        return false;
    }
    let unpacked = flate2::read::ZlibDecoder::new(&*packed).take(most + 1);
    std::io::copy(&mut { unpacked }, &mut std::io::sink()).is_ok_and(|length| length > most)
}

/// The links to web addresses on a page.
fn links(page: &Page<'_>, place: Affine) -> Vec<(Rect, String)> {
    const MOST: usize = 2_000;
    let annotations = page.raw().get::<Array<'_>>("Annots");
    let annotations = annotations
        .iter()
        .flat_map(|list| list.iter::<Dict<'_>>())
        .take(MOST);
    annotations
        .filter_map(|annotation| {
            let [x0, y0, x1, y1] = annotation.get::<[f64; 4]>("Rect")?;
            let address = annotation.get::<Dict<'_>>("A")?.get::<PdfString<'_>>("URI")?;
            let address = absolute(&text_string(address.as_bytes()), None)?;
            let rect = place.transform_rect_bbox(Rect::from_points((x0, y0), (x1, y1)));
            Some((rect, address))
        })
        .collect()
}

#[derive(Clone)]
struct State<'a> {
    place: Affine,
    face: Option<Rc<Face<'a>>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    inkless: bool,
    line: Affine,
    text: Affine,
}

impl State<'_> {
    fn new(place: Affine) -> Self {
        Self {
            place,
            face: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            inkless: false,
            line: Affine::IDENTITY,
            text: Affine::IDENTITY,
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.text = self.line;
    }

    fn step(&mut self, along: f64) {
        let horizontal = self.face.as_ref().is_none_or(|face| face.horizontal());
        self.text *= Affine::translate(if horizontal {
            (along * self.stretch, 0.0)
        } else {
            (0.0, along)
        });
    }
}

/// Content between two marks.
struct Mark {
    artifact: bool,
    /// What the document says its letters read as, and the first of them.
    reads: Option<(String, usize)>,
}

/// The drawing of one page.
struct Drawing<'d, 'a> {
    faces: &'d mut Faces<'a>,
    work: &'d mut u64,
    sheet: Sheet,
    state: State<'a>,
    saved: Vec<State<'a>>,
    marks: Vec<Mark>,
}

impl<'a> Drawing<'_, 'a> {
    fn spend(&mut self, work: u64) -> Result<(), Exhausted> {
        *self.work = self.work.checked_sub(work).ok_or(Exhausted::Work)?;
        Ok(())
    }

    fn follow(
        &mut self,
        mut operators: TypedIter<'_>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Exhausted> {
        let (saved, marks) = (self.saved.len(), self.marks.len());
        while let Some(operator) = operators.next() {
            self.spend(1)?;
            if self.text_operator(&operator, resources)? {
                continue;
            }
            match operator {
                TypedInstruction::SaveState(_) if self.saved.len() < DEEPEST_STATE => {
                    self.saved.push(self.state.clone());
                }
                TypedInstruction::RestoreState(_) if self.saved.len() > saved => {
                    if let Some(state) = self.saved.pop() {
                        self.state = state;
                    }
                }
                TypedInstruction::Transform(m) => {
                    let numbers = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                    self.state.place *= Affine::new(numbers);
                }
                TypedInstruction::XObject(name) => self.external(name.0, resources, depth)?,
                TypedInstruction::InlineImage(_) => self.picture(),
                TypedInstruction::BeginMarkedContent(mark) => {
                    self.begin_mark(mark.0, None);
                }
                TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                    let properties = match mark.1 {
                        Object::Dict(dict) => dict.get::<PdfString<'_>>("ActualText"),
                        Object::Name(name) => resources
                            .properties
                            .get::<Dict<'_>>(name)
                            .and_then(|dict| dict.get::<PdfString<'_>>("ActualText")),
                        _ => None,
                    };
                    // Any number of marks may share one long text.
                    self.spend(properties.as_ref().map_or(0, |text| text.as_bytes().len() as u64))?;
                    self.begin_mark(mark.0, properties.map(|text| text_string(text.as_bytes())));
                }
                TypedInstruction::EndMarkedContent(_) if self.marks.len() > marks => self.end_mark(),
                _ => {}
            }
        }
        while self.marks.len() > marks {
            self.end_mark();
        }
        self.saved.truncate(saved);
        Ok(())
    }

    /// Follows an operator that has to do with text; false when it hasn't.
    fn text_operator(
        &mut self,
        operator: &TypedInstruction<'_, '_>,
        resources: &Resources<'a>,
    ) -> Result<bool, Exhausted> {
        let state = &mut self.state;
        match operator {
            TypedInstruction::BeginText(_) => {
                state.line = Affine::IDENTITY;
                state.text = Affine::IDENTITY;
            }
            TypedInstruction::CharacterSpacing(n) => state.letter_space = n.0.as_f64(),
            TypedInstruction::WordSpacing(n) => state.word_space = n.0.as_f64(),
            TypedInstruction::HorizontalScaling(n) => state.stretch = n.0.as_f64() / 100.0,
            TypedInstruction::TextLeading(n) => state.leading = n.0.as_f64(),
            TypedInstruction::TextRise(n) => state.rise = n.0.as_f64(),
            TypedInstruction::TextRenderingMode(n) => state.inkless = matches!(n.0.as_i64(), 3 | 7),
            TypedInstruction::TextFont(font) => {
                state.size = font.1.as_f64();
                let dict = resources.get_font(font.0);
                state.face = dict.and_then(|dict| self.faces.face(&dict));
            }
            TypedInstruction::NextLine(n) => state.next_line(n.0.as_f64(), n.1.as_f64()),
            TypedInstruction::NextLineAndSetLeading(n) => {
                state.leading = -n.1.as_f64();
                state.next_line(n.0.as_f64(), n.1.as_f64());
            }
            TypedInstruction::NextLineUsingLeading(_) => state.next_line(0.0, -state.leading),
            TypedInstruction::SetTextMatrix(m) => {
                let numbers = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                state.line = Affine::new(numbers);
                state.text = state.line;
            }
            TypedInstruction::ShowText(text) => self.show(text.0.as_bytes())?,
            TypedInstruction::NextLineAndShowText(text) => {
                state.next_line(0.0, -state.leading);
                self.show(text.0.as_bytes())?;
            }
            TypedInstruction::ShowTextWithParameters(text) => {
                state.word_space = text.0.as_f64();
                state.letter_space = text.1.as_f64();
                state.next_line(0.0, -state.leading);
                self.show(text.2.as_bytes())?;
            }
            TypedInstruction::ShowTexts(parts) => {
                for part in parts.0.iter::<Object<'_>>() {
                    match part {
                        Object::String(text) => self.show(text.as_bytes())?,
                        Object::Number(n) => {
                            let along = -n.as_f64() / 1000.0 * self.state.size;
                            self.state.step(along);
                        }
                        _ => {}
                    }
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn show(&mut self, bytes: &[u8]) -> Result<(), Exhausted> {
        let Some(face) = self.state.face.clone() else {
            return Ok(());
        };
        let mut at = 0;
        while at < bytes.len() {
            self.spend(1)?;
            let (code, length) = face.code(bytes, at);
            let printed = bytes.get(at..at + length).unwrap_or_default();
            at += length;
            let advance = face.advance(code);
            let advance = if face.horizontal() { advance.x } else { advance.y };
            let along = advance / 1000.0 * self.state.size;
            let letters = face.letters(code, printed);
            self.spend(letters.len() as u64)?;
            self.place(&face, &letters, along);
            let word = if code == 32 && length == 1 {
                self.state.word_space
            } else {
                0.0
            };
            // Letters that run down a page are spaced downwards.
            let space = self.state.letter_space + word;
            self.state.step(if face.horizontal() {
                along + space
            } else {
                along - space
            });
        }
        Ok(())
    }

    /// Puts the letters of one glyph, `along` wide, onto the page.
    fn place(&mut self, face: &Face<'_>, letters: &str, along: f64) {
        let state = &self.state;
        let place = state.place * state.text;
        let horizontal = face.horizontal();
        let point = |along: f64| {
            place
                * if horizontal {
                    Point::new(along * state.stretch, state.rise)
                } else {
                    Point::new(0.0, along)
                }
        };
        // What letter spacing adds belongs to the letter, or spaced words would fall apart.
        let wide = along + state.letter_space.max(0.0) * if horizontal { 1.0 } else { -1.0 };
        let (start, end) = (point(0.0), point(wide));
        let direction = point(if horizontal { 1.0 } else { -1.0 }) - start;
        let [a, b, c, d, ..] = place.as_coeffs();
        let size = (if horizontal { c.hypot(d) } else { a.hypot(b) } * state.size).abs();
        let (width, height) = (f64::from(self.sheet.width), f64::from(self.sheet.height));
        let on_page = (-1.0..=width + 1.0).contains(&start.x) && (-1.0..=height + 1.0).contains(&start.y);
        if !on_page || !size.is_finite() || size < 0.5 || !end.x.is_finite() || !end.y.is_finite() {
            return;
        }
        let turn = Turn::of(direction.x, direction.y);
        let (start, end) = (
            turn.upright(start, width, height),
            turn.upright(end, width, height),
        );
        let count = letters.chars().count().max(1) as f64;
        let artifact = self.marks.iter().any(|mark| mark.artifact);
        for (n, letter) in letters.chars().enumerate() {
            let at = |n: f64| (start.x + (end.x - start.x) * n / count) as f32;
            self.sheet.glyphs.push(Glyph {
                letter,
                x: [at(n as f64), at(n as f64 + 1.0)],
                y: start.y as f32,
                size: size as f32,
                turn,
                bold: face.bold,
                inkless: state.inkless,
                artifact,
            });
        }
    }

    fn external(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Exhausted> {
        let Some(stream) = resources.get_x_object(name) else {
            return Ok(());
        };
        match stream.dict().get::<Name<'_>>("Subtype") {
            Some(kind) if kind.as_str() == "Image" => self.picture(),
            Some(kind) if kind.as_str() == "Form" && depth < DEEPEST_FORM => {
                self.form(&stream, resources, depth)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn form(&mut self, form: &Stream<'a>, resources: &Resources<'a>, depth: usize) -> Result<(), Exhausted> {
        if is_bomb(form) {
            return Err(Exhausted::Bomb);
        }
        let Ok(content) = form.decoded_data() else {
            return Ok(());
        };
        self.spend(content.len() as u64 / CHUNK)?;
        let own = form.dict().get::<Dict<'a>>("Resources").map(Resources::new);
        let outside = self.state.clone();
        if let Some(matrix) = form.dict().get::<[f64; 6]>("Matrix") {
            self.state.place *= Affine::new(matrix);
        }
        self.follow(
            TypedIter::new(&content),
            own.as_ref().unwrap_or(resources),
            depth + 1,
        )?;
        self.state = outside;
        Ok(())
    }

    /// Counts the page's part under the unit square, where a picture is painted.
    fn picture(&mut self) {
        let page = Rect::new(
            0.0,
            0.0,
            f64::from(self.sheet.width),
            f64::from(self.sheet.height),
        );
        let covered = self
            .state
            .place
            .transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0));
        let share = covered.intersect(page).area() / page.area().max(1.0);
        if share.is_finite() {
            self.sheet.pictures = (self.sheet.pictures + share as f32).min(1.0);
        }
    }

    fn begin_mark(&mut self, tag: &Name<'_>, reads: Option<String>) {
        // Marks too deep are not counted, and neither are their ends.
        if self.marks.len() < DEEPEST_STATE {
            self.marks.push(Mark {
                artifact: tag.as_str() == "Artifact",
                reads: reads.map(|text| (text, self.sheet.glyphs.len())),
            });
        }
    }

    fn end_mark(&mut self) {
        if let Some(Mark {
            reads: Some((text, first)),
            ..
        }) = self.marks.pop()
        {
            self.read_as(&text, first);
        }
    }

    /// Puts the characters `text` in the place of the letters from `first` on, when those are on one line.
    fn read_as(&mut self, text: &str, first: usize) {
        let glyphs = self.sheet.glyphs.get(first..).unwrap_or_default();
        let (Some(start), Some(end)) = (glyphs.first().copied(), glyphs.last()) else {
            return;
        };
        let one_line = glyphs.iter().all(|g| {
            g.turn == start.turn && (g.y - start.y).abs() < start.size && g.x[0] >= start.x[0] - start.size
        });
        // A hyphen that reads as nothing was put there to break a word.
        let text = match (text, start.letter) {
            ("", '-' | '\u{2010}') if glyphs.len() == 1 => "\u{ad}",
            (text, _) => text,
        };
        if !one_line || text.is_empty() {
            return;
        }
        let (from, to) = (start.x[0], end.x[1]);
        let count = text.chars().count() as f32;
        self.sheet.glyphs.truncate(first);
        let letters = text.chars().enumerate().map(|(n, letter)| Glyph {
            letter,
            x: [n as f32, n as f32 + 1.0].map(|n| from + (to - from) * n / count),
            ..start
        });
        self.sheet.glyphs.extend(letters);
    }
}

impl Turn {
    fn of(x: f64, y: f64) -> Self {
        // Up to about ten degrees a line is meant to be straight.
        const STRAIGHT: f64 = 0.18;
        match () {
            () if y.abs() <= x.abs() * STRAIGHT => {
                if x < 0.0 {
                    Self::UpsideDown
                } else {
                    Self::Upright
                }
            }
            () if x.abs() <= y.abs() * STRAIGHT => {
                if y < 0.0 {
                    Self::Up
                } else {
                    Self::Down
                }
            }
            () => Self::Slanted,
        }
    }

    /// Where `point` is when the page is turned so that these letters are upright.
    fn upright(self, point: Point, width: f64, height: f64) -> Point {
        match self {
            Self::Upright | Self::Slanted => point,
            Self::Down => Point::new(point.y, width - point.x),
            Self::UpsideDown => Point::new(width - point.x, height - point.y),
            Self::Up => Point::new(height - point.y, point.x),
        }
    }
}
