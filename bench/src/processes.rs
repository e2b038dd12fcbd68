//! A program's processes as the system counts them: when they began, what they hold, what they used. The webview has processes
//! of its own below the window, `chancery` has its worker; a figure is that of all of them together.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

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

/// The processor time that each thread of the process and of all below it has used, in milliseconds, as the scheduler counts it.
pub fn used(pid: u32) -> Result<BTreeMap<PathBuf, f64>> {
    let mut threads = BTreeMap::new();
    for pid in tree(pid) {
        for thread in fs::read_dir(format!("/proc/{pid}/task"))? {
            let thread = thread?.path();
            // One that ended while they were listed is gone.
            let Ok(counted) = fs::read_to_string(thread.join("schedstat")) else {
                continue;
            };
            let nanoseconds: f64 = counted.split(' ').next().unwrap_or_default().parse()?;
            threads.insert(thread, nanoseconds / 1e6);
        }
    }
    Ok(threads)
}

/// What the process and all below it have used since `before`, in milliseconds; without what a thread that ended meanwhile used.
pub fn used_since(before: &BTreeMap<PathBuf, f64>, pid: u32) -> Result<f64> {
    let now = used(pid)?;
    let spent = now
        .iter()
        .map(|(thread, used)| used - before.get(thread).copied().unwrap_or(0.0));
    Ok(spent.sum())
}

/// How often a running program's memory is looked at. The system keeps the peak of each process, so that only what a process adds
/// in its last moments is missed.
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// A program that has ended, and what it cost.
pub struct Ended {
    /// How it ended.
    pub status: ExitStatus,
    /// Processor time in seconds, to a hundredth, of the program and of the processes below it that it saw out.
    pub cpu_s: f64,
    /// The most memory in MB: the resident peaks of the processes that ran at once, added up. What they share counts each time.
    pub peak_mb: f64,
}

/// Waits for the program to end, watching what it uses.
pub fn see_out(mut program: Child) -> Result<Ended> {
    let pid = program.id();
    let mut peak_kib = 0;
    // A process that has ended keeps its account until its parent asks how it ended.
    while text_field(pid, 3)? != "Z" {
        let held = tree(pid).into_iter().filter_map(peak_of).sum();
        peak_kib = peak_kib.max(held);
        #[expect(
            clippy::disallowed_methods,
            reason = "the system tells nobody that a process has grown"
        )]
        thread::sleep(BETWEEN_LOOKS);
    }
    let ticks: u64 = (14..=17).map(|number| field(pid, number)).sum::<Result<u64>>()?;
    Ok(Ended {
        status: program.wait()?,
        cpu_s: ticks as f64 / TICKS,
        peak_mb: peak_kib as f64 * 1.024 / 1000.0,
    })
}

/// The resident peak of a process in KiB; nothing once it has ended.
fn peak_of(pid: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
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

/// A field of /proc/PID/stat that is a number.
fn field(pid: u32, number: usize) -> Result<u64> {
    Ok(text_field(pid, number)?.parse()?)
}

/// A field of /proc/PID/stat by its number in proc(5). The second, the name, may hold spaces and brackets.
fn text_field(pid: u32, number: usize) -> Result<String> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let (_, rest) = stat.rsplit_once(") ").ok_or("no name in /proc/PID/stat")?;
    let text = rest.split(' ').nth(number - 3).ok_or("a short /proc/PID/stat")?;
    Ok(text.into())
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
    #[test]
    fn a_program_is_charged_for_what_it_starts() {
        let work = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done";
        let program = std::process::Command::new("sh")
            .args(["-c", &format!("sh -c '{work}'; exit 3")])
            .spawn()
            .unwrap();
        let ended = see_out(program).unwrap();
        assert_eq!(ended.status.code(), Some(3));
        assert!(ended.cpu_s > 0.0, "{}", ended.cpu_s);
        assert!(ended.peak_mb > 0.1, "{}", ended.peak_mb);
    }
}
