//! Small PDF documents, written by hand: pages of text in a font that every reader has.

/// A document that is put together object by object.
pub struct Pdf {
    objects: Vec<Vec<u8>>,
    trailer: String,
}

/// The first objects: catalogue, page tree, font.
const FONT: usize = 3;

impl Pdf {
    /// A document whose pages draw these operators.
    pub fn of(pages: &[String]) -> Self {
        let kids: Vec<String> = (0..pages.len())
            .map(|n| format!("{} 0 R", FONT + 1 + 2 * n))
            .collect();
        let mut pdf = Self {
            objects: vec![
                b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
                format!("<</Type/Pages/Count {}/Kids[{}]>>", pages.len(), kids.join(" ")).into_bytes(),
                b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
            ],
            trailer: String::new(),
        };
        for page in pages {
            let contents = pdf.objects.len() + 2;
            pdf.object(format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F {FONT} 0 R>>/XObject<</X 50 0 R>>>>\
                 /Contents {contents} 0 R>>"
            ));
            pdf.stream("", page.as_bytes());
        }
        pdf
    }

    /// Adds an object and returns its number.
    pub fn object(&mut self, object: impl Into<Vec<u8>>) -> usize {
        self.objects.push(object.into());
        self.objects.len()
    }

    /// Adds a stream with these entries in its dictionary and returns its number.
    pub fn stream(&mut self, entries: &str, bytes: &[u8]) -> usize {
        let mut object = format!("<<{entries}/Length {}>>stream\n", bytes.len()).into_bytes();
        object.extend(bytes);
        object.extend(b"\nendstream");
        self.object(object)
    }

    /// Puts `object` in the place of the object of this number.
    pub fn replace(&mut self, number: usize, object: impl Into<Vec<u8>>) {
        while self.objects.len() < number {
            self.object("null");
        }
        self.objects[number - 1] = object.into();
    }

    /// Adds an entry to the trailer.
    pub fn trailer(&mut self, entry: &str) {
        self.trailer.push_str(entry);
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n".to_vec();
        let mut places = Vec::new();
        for (n, object) in self.objects.iter().enumerate() {
            places.push(file.len());
            file.extend(format!("{} 0 obj\n", n + 1).bytes());
            file.extend(object);
            file.extend(b"\nendobj\n");
        }
        let xref = file.len();
        file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
        for place in &places {
            file.extend(format!("{place:010} 00000 n \n").bytes());
        }
        let count = places.len() + 1;
        let trailer = &self.trailer;
        file.extend(
            format!("trailer<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{xref}\n%%EOF\n").bytes(),
        );
        file
    }
}

/// Operators that print `text` with its first letter at `x` and its line `y` points above the foot of the page.
pub fn line(x: i32, y: i32, size: i32, text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    format!("BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

/// Operators that print lines of text of size 10, one below the other from `y` on.
pub fn lines(x: i32, y: i32, texts: &[&str]) -> String {
    let of = (0..).zip(texts);
    of.map(|(n, text)| line(x, y - 12 * n, 10, text)).collect()
}
