//! Whether bytes begin like a message or a saved page: with headers, and enough of those that only programs write.

use super::mime::header;

/// Headers that people name.
const WRITTEN: [&str; 6] = ["from", "to", "cc", "date", "subject", "sender"];

/// Headers that no text begins with by chance.
const TECHNICAL: [&str; 15] = [
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "delivered-to",
    "dkim-signature",
    "authentication-results",
    "arc-seal",
    "in-reply-to",
    "references",
    "reply-to",
    "list-unsubscribe",
    "list-id",
];

/// What the headers at the start of `head` tell.
struct Told {
    written: usize,
    technical: usize,
    from_address: bool,
    related: bool,
    /// A program that saves pages wrote it.
    saved: bool,
    /// It says who gets it or how it came.
    sent: bool,
}

/// Reads the headers; nothing when a line before the first empty one is none.
fn told(head: &str) -> Option<Told> {
    let mut told = Told {
        written: 0,
        technical: 0,
        from_address: false,
        related: false,
        saved: false,
        sent: false,
    };
    let mut seen: Vec<String> = Vec::new();
    let mut lines = head
        .trim_start_matches('\u{feff}')
        .lines()
        .skip_while(|l| l.trim().is_empty())
        .peekable();
    // The line that parts messages in a mailbox.
    if lines.peek().is_some_and(|l| l.starts_with("From ")) {
        lines.next();
    }
    for line in lines.take_while(|line| !line.trim().is_empty()) {
        if line.starts_with([' ', '\t']) && !seen.is_empty() {
            told.related |= line.to_ascii_lowercase().contains("multipart/related");
            continue;
        }
        let (name, value) = header(line.as_bytes())?;
        let name = name.to_ascii_lowercase();
        if name == "from" {
            told.from_address = value.contains(&b'@');
        }
        match name.as_str() {
            "from" => {
                told.saved |= !told.from_address
                    && String::from_utf8_lossy(&value)
                        .to_lowercase()
                        .contains("saved by ");
            }
            "snapshot-content-location" => told.saved = true,
            "to" | "received" | "message-id" | "return-path" | "delivered-to" => told.sent = true,
            _ => {}
        }
        if name == "content-type" {
            told.related = String::from_utf8_lossy(&value)
                .to_ascii_lowercase()
                .starts_with("multipart/related");
        }
        if !seen.contains(&name) && seen.len() < 64 {
            told.written += usize::from(WRITTEN.contains(&name.as_str()));
            told.technical += usize::from(TECHNICAL.contains(&name.as_str()) || name.starts_with("x-"));
            seen.push(name);
        }
    }
    Some(told)
}

/// Whether `head`, the start of a file, is that of a message.
pub(crate) fn looks_like_message(head: &str) -> bool {
    told(head).is_some_and(|t| {
        t.written >= 2
            && (t.technical >= 1 && t.written + t.technical >= 3 || t.from_address && t.written >= 3)
    })
}

/// Whether `head`, the start of a file, is that of a page saved with its pictures.
pub(crate) fn looks_like_page(head: &str) -> bool {
    told(head).is_some_and(|t| {
        let is_sent = t.sent || t.from_address;
        t.related && t.technical >= 1 && (t.saved || !is_sent)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_begin_with_headers_and_articles_do_not() {
        for message in [
            "From: Maya Rios <maya@courier.example>\nTo: desk@courier.example\nDate: Mon, 2 Feb 2026 08:00:00 +0100\nSubject: Port\n\nWords",
            "Received: from a\n by b; Mon, 2 Feb 2026\nFrom: a\nSubject: x\n\n",
            "From maya@courier.example Mon Feb  2 08:00:00 2026\nReturn-Path: <m@x.example>\nFrom: a\nSubject: x\n\n",
            "MIME-Version: 1.0\nSubject: x\nDate: Mon, 2 Feb 2026 08:00:00 +0100\n\n",
        ] {
            assert!(looks_like_message(message), "{message}");
        }
        for text in [
            "World February 2, 2026\n\nA Headline",
            "From: our correspondent\nDate: 2 February 2026\nSubject: the port\n\nWords",
            "Subject: x\nTo: y\n\nWords",
            "From the port\nTo the sea\nDate: today\n\n",
            "Note: this\nFrom: a@b.example\nDate: x\nand a line of words\nSubject: x\n\n",
        ] {
            assert!(!looks_like_message(text), "{text}");
        }
    }

    #[test]
    fn a_saved_page_is_told_from_a_message_with_pictures() {
        let saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://outlet.example/1\r\nSubject: Port\r\nDate: Mon, 2 Feb 2026 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"x\"\r\n\r\n";
        assert!(looks_like_page(saved));
        let related = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Location: p.png\n";
        assert!(looks_like_page(&format!("Subject: Port\n{related}")));
        for headers in [
            "From: a@b.example\nTo: c@d.example\nSubject: x\n",
            "To: c@d.example\nSubject: x\nDate: Mon, 2 Feb 2026 08:00:00 +0100\n",
            "From: a@b.example\nDate: Mon, 2 Feb 2026 08:00:00 +0100\nSubject: <saved by the bell>\n",
        ] {
            let message = format!("{headers}{related}");
            assert!(!looks_like_page(&message), "{message}");
            assert!(looks_like_message(&message), "{message}");
        }
    }
}
