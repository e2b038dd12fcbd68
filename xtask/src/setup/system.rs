//! Libraries and programs of the system that building and testing need.
//!
//! On Debian and Ubuntu what is missing is installed with apt, as root or through a sudo that asks nothing. Elsewhere
//! it is named with the distribution's word for it, as a best guess, and setup stops there: guessing at a stranger's
//! package manager costs more than it saves.

use std::process::Command;

use crate::shell::{Outcome, cargo, on_path, output, run, succeeds};

/// The oldest Node that the interface's tools run on.
const NODE: (u32, u32) = (20, 19);

enum Probe {
    /// A library, as pkg-config knows it.
    Library(&'static str),
    /// A program on the PATH.
    Program(&'static str),
}

struct Need {
    probe: Probe,
    debian: &'static str,
    fedora: &'static str,
    arch: &'static str,
}

const fn library(name: &'static str, debian: &'static str, fedora: &'static str, arch: &'static str) -> Need {
    Need {
        probe: Probe::Library(name),
        debian,
        fedora,
        arch,
    }
}

const fn program(name: &'static str, debian: &'static str, fedora: &'static str, arch: &'static str) -> Need {
    Need {
        probe: Probe::Program(name),
        debian,
        fedora,
        arch,
    }
}

/// pkg-config stands first: without it no library can be found.
const NEEDS: [Need; 18] = [
    program("pkg-config", "pkg-config", "pkgconf-pkg-config", "pkgconf"),
    program("cc", "build-essential", "gcc", "base-devel"),
    program("c++", "build-essential", "gcc-c++", "base-devel"),
    program("make", "build-essential", "make", "base-devel"),
    library(
        "webkit2gtk-4.1",
        "libwebkit2gtk-4.1-dev",
        "webkit2gtk4.1-devel",
        "webkit2gtk-4.1",
    ),
    library("gtk+-3.0", "libgtk-3-dev", "gtk3-devel", "gtk3"),
    library("librsvg-2.0", "librsvg2-dev", "librsvg2-devel", "librsvg"),
    // From here on for tests: the real window on a virtual screen, and second opinions on our PDF.
    program(
        "WebKitWebDriver",
        "webkit2gtk-driver",
        "webkitgtk6.0",
        "webkit2gtk-4.1",
    ),
    program("Xvfb", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    program("xvfb-run", "xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    program("xauth", "xauth", "xorg-x11-xauth", "xorg-xauth"),
    program("dbus-run-session", "dbus-daemon", "dbus-daemon", "dbus"),
    program("import", "imagemagick", "ImageMagick", "imagemagick"),
    program("xdotool", "xdotool", "xdotool", "xdotool"),
    program("pdftotext", "poppler-utils", "poppler-utils", "poppler"),
    program("qpdf", "qpdf", "qpdf", "qpdf"),
    program("python3", "python3", "python3", "python"),
    program("git", "git", "git", "git"),
];

/// What `install` would do, in words.
pub fn missing() -> Vec<String> {
    let family = family();
    let mut lines: Vec<String> = missing_packages(family)
        .into_iter()
        .map(|package| format!("system: the package {package}"))
        .collect();
    lines.extend(node_problem());
    if !has_nextest() {
        lines.push("cargo-nextest".into());
    }
    lines
}

/// Installs what is missing, or says what to install.
pub fn install() -> Outcome<bool> {
    let family = family();
    let mut packages = missing_packages(family);
    if family == Family::Debian && node_problem().is_some() && !on_path("node") && debian_node_is_new_enough()
    {
        packages.extend(["nodejs", "npm"]);
    }
    let mut acted = false;
    if !packages.is_empty() {
        if family != Family::Debian {
            return Err(format!(
                "these packages are missing: {}. Install them with your package manager (the names are a guess for \
                 your distribution), then run this again.",
                packages.join(" ")
            ));
        }
        apt_install(&packages)?;
        acted = true;
    }
    if let Some(problem) = node_problem() {
        return Err(format!(
            "{problem}. Install it (https://nodejs.org), then run this again."
        ));
    }
    if !has_nextest() {
        println!("setup: cargo install cargo-nextest");
        run(cargo().args(["install", "cargo-nextest", "--locked"]))?;
        acted = true;
    }
    Ok(acted)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Family {
    Debian,
    Fedora,
    Arch,
    /// A Linux we have no names for: Debian's are shown.
    Other,
    /// Windows and macOS bring their webview; the tests in the real window run on Linux.
    NotLinux,
}

fn family() -> Family {
    if cfg!(not(target_os = "linux")) {
        return Family::NotLinux;
    }
    family_of(&std::fs::read_to_string("/etc/os-release").unwrap_or_default())
}

/// Reads `ID` and `ID_LIKE` of an os-release file.
fn family_of(os_release: &str) -> Family {
    let words: Vec<&str> = os_release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches(['"', '\'']).split_whitespace())
        .collect();
    let is = |names: &[&str]| words.iter().any(|word| names.contains(word));
    if is(&["debian", "ubuntu"]) {
        Family::Debian
    } else if is(&["fedora", "rhel"]) {
        Family::Fedora
    } else if is(&["arch"]) {
        Family::Arch
    } else {
        Family::Other
    }
}

fn missing_packages(family: Family) -> Vec<&'static str> {
    if family == Family::NotLinux {
        return Vec::new();
    }
    let mut packages: Vec<&str> = NEEDS
        .iter()
        .filter(|need| !match need.probe {
            Probe::Program(name) => on_path(name),
            Probe::Library(name) => succeeds(Command::new("pkg-config").args(["--exists", name])),
        })
        .map(|need| match family {
            Family::Fedora => need.fedora,
            Family::Arch => need.arch,
            Family::Debian | Family::Other | Family::NotLinux => need.debian,
        })
        .collect();
    packages.dedup();
    packages
}

fn apt_install(packages: &[&str]) -> Outcome {
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !is_root && !succeeds(Command::new("sudo").args(["-n", "true"])) {
        return Err(format!(
            "these packages are missing, and installing them needs root: `sudo apt-get install {}`. Then run this \
             again.",
            packages.join(" ")
        ));
    }
    let apt = || {
        let mut command = Command::new(if is_root { "env" } else { "sudo" });
        if !is_root {
            command.args(["-n", "env"]);
        }
        command
            .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"])
            .stdin(std::process::Stdio::null());
        command
    };
    println!("setup: apt-get install {}", packages.join(" "));
    run(apt().arg("update"))?;
    run(apt()
        .args(["install", "-y", "--no-install-recommends"])
        .args(packages))
}

/// What is wrong with Node or npm here, if anything.
fn node_problem() -> Option<String> {
    let needed = format!("Node.js {}.{} or newer", NODE.0, NODE.1);
    match output(Command::new("node").arg("--version")) {
        Err(_) => Some(format!("{needed} is missing")),
        Ok(version) if !is_new_enough(&version) => {
            Some(format!("{needed} is needed; here is {}", version.trim()))
        }
        Ok(_) => (!on_path("npm")).then(|| "npm is missing".into()),
    }
}

/// Whether apt would install a Node that suffices: Debian 12 itself has only 18, which would help nobody.
fn debian_node_is_new_enough() -> bool {
    let policy = output(Command::new("apt-cache").args(["policy", "nodejs"])).unwrap_or_default();
    policy
        .lines()
        .find_map(|line| line.trim().strip_prefix("Candidate:"))
        .is_some_and(is_new_enough)
}

/// Whether a version such as `v20.19.1` or `18.20.4+dfsg-1` is that of a Node that suffices.
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version
        .trim()
        .trim_start_matches('v')
        .split(|c: char| !c.is_ascii_digit())
        .map(str::parse);
    let (Some(Ok(major)), Some(Ok(minor))) = (numbers.next(), numbers.next()) else {
        return false;
    };
    (major, minor) >= NODE
}

fn has_nextest() -> bool {
    succeeds(cargo().args(["nextest", "--version"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derivatives_are_recognised_by_what_they_are_like() {
        for (text, expected) in [
            ("NAME=x\nID=debian\n", Family::Debian),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", Family::Debian),
            ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", Family::Fedora),
            ("ID=manjaro\nID_LIKE=arch\n", Family::Arch),
            ("ID=alpine\n", Family::Other),
            ("", Family::Other),
        ] {
            assert_eq!(family_of(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_node_that_the_tools_refuse_is_not_enough() {
        for (text, expected) in [
            ("v20.19.0\n", true),
            ("v20.20.2\n", true),
            (" 22.1.0+dfsg-1", true),
            ("v20.18.3", false),
            (" 18.20.4+dfsg-1~deb12u1", false),
            ("(none)", false),
            ("", false),
        ] {
            assert_eq!(is_new_enough(text), expected, "{text:?}");
        }
    }
}
