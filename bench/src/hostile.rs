//! Hostile HTML: whether anything that could act in a browser gets through `chancery convert --to html`.
//!
//! Each fragment becomes a file and each file a run of the program, as a person would do it. What comes out is judged by the scanner
//! that came with the fragments; the same scanner over the fragments as they are is the control, which must find plenty.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Converts every fragment of `shared` and prints what the scanner, started in the folder of its packages, says before and after.
///
/// # Errors
/// Something active came through, the control found nothing, or the program did anything but convert or refuse.
pub fn table(shared: &Path, packages: &Path) -> Result<()> {
    let raw = shared.join("corpora/hostile-html-dev.jsonl");
    let scan = |lines: &Path| scan(&shared.join("tools/active_content.mjs"), packages, lines);
    let folder = tempfile::tempdir()?;
    let converted = folder.path().join("converted.jsonl");
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    let mut lines = String::new();
    for line in fs::read_to_string(&raw)?.lines().filter(|line| !line.is_empty()) {
        let fragment: Value = serde_json::from_str(line)?;
        let file = folder.path().join("fragment.html");
        fs::write(&file, fragment["html"].as_str().unwrap_or_default())?;
        let html = convert(&file)?.unwrap_or_else(|sentence| {
            *refused.entry(sentence).or_default() += 1;
            String::new()
        });
        lines += &format!("{}\n", json!({ "id": fragment["id"], "html": html }));
    }
    fs::write(&converted, &lines)?;

    let control = scan(&raw)?;
    let found = scan(&converted)?;
    println!("{:<44} {:>6}", "fragments", found.read);
    println!(
        "{:<44} {:>6}",
        "active as they are (control)",
        control.active.len()
    );
    println!(
        "{:<44} {:>6}",
        "active after chancery convert --to html",
        found.active.len()
    );
    let refusals: usize = refused.values().sum();
    println!("{:<44} {:>6}", "converted", lines.lines().count() - refusals);
    for (sentence, times) in &refused {
        println!("{:<44} {times:>6}  {sentence}", "refused");
    }
    if control.active.is_empty() {
        return Err("the control is silent: the scanner does not work".into());
    }
    if !found.active.is_empty() {
        return Err(format!("active content came through:\n{}", found.active.join("\n")).into());
    }
    Ok(())
}

/// The file as HTML, or the sentence in which it was refused.
fn convert(file: &Path) -> Result<std::result::Result<String, String>> {
    let program = std::env::current_exe()?.with_file_name("chancery");
    let output = Command::new(&program)
        .args(["convert", "--to", "html"])
        .arg(file)
        .output()
        .map_err(|error| format!("{} can't be started: {error}", program.display()))?;
    match output.status.code() {
        Some(0) => Ok(Ok(String::from_utf8(output.stdout)?)),
        // 2 is said of a file that is of no use as it is.
        Some(1 | 2) if output.stdout.is_empty() => {
            let said = String::from_utf8_lossy(&output.stderr);
            Ok(Err(said.lines().next().unwrap_or_default().into()))
        }
        _ => Err(format!(
            "chancery ended with {} on {}",
            output.status,
            fs::read_to_string(file)?
        )
        .into()),
    }
}

/// What the scanner says.
struct Scan {
    read: u64,
    /// A line for each fragment with something active in it.
    active: Vec<String>,
}

fn scan(scanner: &Path, packages: &Path, lines: &Path) -> Result<Scan> {
    let output = Command::new("node")
        .arg(scanner)
        .arg(lines)
        .current_dir(packages)
        .output()?;
    let said = String::from_utf8(output.stdout)?;
    let mut active: Vec<String> = said.lines().map(str::to_owned).collect();
    // The last line sums up; without it the scanner broke off.
    let sum: Option<Value> = active.pop().and_then(|line| serde_json::from_str(&line).ok());
    let read = sum.and_then(|sum| sum["read"].as_u64());
    let read =
        read.ok_or_else(|| format!("the scanner failed: {}", String::from_utf8_lossy(&output.stderr)))?;
    Ok(Scan { read, active })
}
