//! Checks that the typefaces are in place and packs the one that is large.
//!
//! The faces are not in the repository: `cargo xtask setup` installs the pinned
//! npm packages and copies what `fonts/faces.txt` lists. Noto Sans SC is ten
//! megabytes and rarely needed, so it is embedded compressed.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// The face that is embedded compressed and unpacked when Han text occurs.
const PACKED: &str = "NotoSansSC-Regular.ttf";
/// zstd's slowest ordinary level: the build pays once, every copy of the program is smaller.
const LEVEL: i32 = 19;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=fonts/faces.txt");
    println!("cargo::rerun-if-changed=fonts/files");
    let list = fs::read_to_string("fonts/faces.txt")?;
    for line in list.lines().filter(|line| !line.trim().is_empty()) {
        let name = line
            .split('\t')
            .nth(1)
            .ok_or("fonts/faces.txt: a line without a tab")?;
        if !Path::new("fonts/files").join(name).is_file() {
            return Err(format!(
                "fonts are missing: run `cargo xtask setup` (no {name} in crates/publish/fonts/files)"
            )
            .into());
        }
    }
    let face = fs::read(Path::new("fonts/files").join(PACKED))?;
    let packed = zstd::bulk::compress(&face, LEVEL)?;
    let to = Path::new(&env::var("OUT_DIR")?).join(format!("{PACKED}.zst"));
    fs::write(to, packed)?;
    Ok(())
}
