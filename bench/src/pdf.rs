//! The sample articles as PDF documents: how many of their texts come right, by the program that made the document and its columns.
//!
//! `crates/intake/tests/fixtures/pdf/make.py` makes the documents and names them PROGRAM-COLUMNS-SAMPLE. A text is right if it
//! equals that of the sample's gold record but for quotation marks, which programs make curly; what differs is printed.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The texts of a record, each by the part it plays.
type Texts = BTreeMap<String, String>;

/// Reads the documents and prints what differs from the gold records of `samples`, then a table.
///
/// # Errors
/// A file can't be read, or `chancery` can't be started.
pub fn table(samples: &Path, documents: &Path) -> Result<()> {
    let mut table: BTreeMap<(String, String), [usize; 2]> = BTreeMap::new();
    for document in files(documents)?.iter().filter(|file| file.ends_with(".pdf")) {
        let name = document.trim_end_matches(".pdf");
        let Some([program, columns, sample]) = name
            .split('-')
            .collect::<Vec<_>>()
            .first_chunk()
            .map(|parts| parts.map(str::to_owned))
        else {
            return Err(format!("{document} is not called PROGRAM-COLUMNS-SAMPLE.pdf").into());
        };
        let gold = gold(&samples.join("gold"), &sample)?;
        let found = found(&documents.join(document))?;
        let right = table.entry((program, columns)).or_default();
        for (part, text) in &gold {
            right[1] += 1;
            if found.get(part) == Some(text) {
                right[0] += 1;
            } else {
                let instead = found.get(part).map_or("nothing", String::as_str);
                println!("{name}, {part}\n  printed  {text}\n  read     {instead}");
            }
        }
        for (part, text) in found.iter().filter(|(part, _)| !gold.contains_key(*part)) {
            println!("{name}, {part}\n  printed  nothing\n  read     {text}");
        }
    }
    println!("{:<12} {:>7} {:>6} {:>6}", "program", "columns", "texts", "right");
    for ((program, columns), [right, all]) in &table {
        println!("{program:<12} {columns:>7} {all:>6} {right:>6}");
    }
    let sum = |n: usize| table.values().map(|counts| counts[n]).sum::<usize>();
    println!("{:<12} {:>7} {:>6} {:>6}", "all", "", sum(1), sum(0));
    Ok(())
}

/// The names of a folder's files in order.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn gold(folder: &Path, sample: &str) -> Result<Texts> {
    let files = files(folder)?;
    let file = files
        .iter()
        .find(|file| file.starts_with(sample))
        .ok_or_else(|| format!("there is no sample {sample}"))?;
    Ok(texts(&serde_json::from_slice(&fs::read(folder.join(file))?)?))
}

/// What `chancery extract` reads; nothing of what it refuses.
fn found(document: &Path) -> Result<Texts> {
    let program = std::env::current_exe()?.with_file_name("chancery");
    let output = Command::new(&program)
        .arg("extract")
        .arg(document)
        .output()
        .map_err(|error| format!("{} can't be started: {error}", program.display()))?;
    let record = serde_json::from_slice(&output.stdout).unwrap_or_default();
    Ok(texts(&record))
}

/// The texts that a record is made of.
fn texts(record: &Value) -> Texts {
    let mut texts = Texts::new();
    let mut add = |part: String, piece: &Value| {
        if let Some(text) = piece["text"].as_str() {
            let straight = text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
            let words: Vec<&str> = straight.split_whitespace().collect();
            texts.insert(part, words.join(" "));
        }
    };
    for part in ["headline", "deck", "section", "published", "publisher", "summary"] {
        add(part.to_owned(), &record[part]);
    }
    add("byline".to_owned(), &record["byline"]["raw"]);
    for part in ["place", "date_text", "agency"] {
        add(format!("dateline {part}"), &record["dateline"][part]);
    }
    let items = |list: &Value| list.as_array().cloned().unwrap_or_default();
    for part in ["key_points", "body", "risks"] {
        for (n, item) in (1..).zip(items(&record[part])) {
            add(format!("{part} {n}"), &item);
        }
    }
    for (n, item) in (1..).zip(items(&record["related"]["items"])) {
        add(format!("related {n}"), &item["headline"]);
    }
    texts
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn texts_are_compared_by_part_and_without_the_kind_of_their_quotation_marks() {
        let record = json!({
            "headline": {"text": "Port  closed"},
            "deck": null,
            "dateline": {"place": {"text": "SELM"}, "agency": null},
            "body": [{"text": "It is."}, {"text": "“Nobody came,” he said."}],
        });
        let texts: Vec<_> = texts(&record).into_iter().collect();
        let expected = [
            ("body 1", "It is."),
            ("body 2", "\"Nobody came,\" he said."),
            ("dateline place", "SELM"),
            ("headline", "Port closed"),
        ];
        assert_eq!(
            texts,
            expected.map(|(part, text)| (part.to_owned(), text.to_owned()))
        );
    }
}
