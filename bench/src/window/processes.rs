//! The window's processes as the system counts them: when they began, what they hold, what they used. The webview has processes
//! of its own below the program; a figure is that of all of them together.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::Result;

/// Ticks a second in which the system counts processor time and starts; part of Linux's interface.
const TICKS: f64 = 100.0;

/// The process below `ancestor` that runs `program`.
pub fn running(program: &Path, ancestor: u32) -> Result<u32> {
    let program = program.canonicalize()?;
    tree(ancestor)
        .into_iter()
        .find(|pid| fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|exe| exe == program))
        .ok_or_else(|| format!("{} does not run", program.display()).into())
}

/// Whether the process is still there.
pub fn exists(pid: u32) -> bool {
    Path::new(&format!("/proc/{pid}")).exists()
}

/// When the process began, in milliseconds since 1970, to the hundredth of a second.
pub fn began(pid: u32) -> Result<f64> {
    let up: f64 = fs::read_to_string("/proc/uptime")?
        .split(' ')
        .next()
        .unwrap_or_default()
        .parse()?;
    #[expect(
        clippy::disallowed_methods,
        reason = "the system says when a process began by this clock"
    )]
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
    let since_boot = field(pid, 22)? as f64 / TICKS;
    Ok((now - up + since_boot) * 1000.0)
}

/// The memory of the process and all below it, in MiB; what several share counts once, in parts.
pub fn memory(pid: u32) -> Result<f64> {
    let mut kib = 0.0;
    for pid in tree(pid) {
        let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup"))?;
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
        kib += line
            .and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<f64>().ok())
            .ok_or("no Pss in smaps_rollup")?;
    }
    Ok(kib / 1024.0)
}

/// The processor time that the process and all below it have used, in milliseconds, to a hundredth of a second each.
pub fn used(pid: u32) -> Result<f64> {
    let mut ticks = 0;
    for pid in tree(pid) {
        ticks += field(pid, 14)? + field(pid, 15)?;
    }
    Ok(ticks as f64 / TICKS * 1000.0)
}

/// The process and all below it.
fn tree(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u64)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|pid| Some((pid, field(pid, 4).ok()?)))
        .collect();
    let mut tree = vec![root];
    let mut next = 0;
    while let Some(&parent) = tree.get(next) {
        tree.extend(
            parents
                .iter()
                .filter(|(_, of)| *of == u64::from(parent))
                .map(|(pid, _)| pid),
        );
        next += 1;
    }
    tree
}

/// A field of /proc/PID/stat by its number in proc(5). The second, the name, may hold spaces and brackets.
fn field(pid: u32, number: usize) -> Result<u64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let (_, rest) = stat.rsplit_once(") ").ok_or("no name in /proc/PID/stat")?;
    let text = rest.split(' ').nth(number - 3).ok_or("a short /proc/PID/stat")?;
    Ok(text.parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_is_counted_with_its_children() {
        let this = std::process::id();
        let mut child = std::process::Command::new("sleep").arg("60").spawn().unwrap();
        assert!(tree(this).contains(&child.id()));
        assert!(memory(this).unwrap() > 0.1);
        #[expect(clippy::disallowed_methods, reason = "the test compares with this clock")]
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        let age = now.as_secs_f64() * 1000.0 - began(child.id()).unwrap();
        assert!((-30.0..30_000.0).contains(&age), "{age}");
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(!exists(child.id()));
    }
}
