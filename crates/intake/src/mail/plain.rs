//! The plain text of a message, line by line: what its writer says, and what is quoted, signed or put below every message.
//!
//! Quotations are known by `>`, by the line that introduces them, or by a block of headers; which of them introduces a forwarded
//! article is decided by the message's subject and by what the programs write above it. Words are never changed: a line is kept,
//! or it is left out with its reason.

use std::sync::LazyLock;

use model::article::RemovedBecause;
use regex::Regex;

use crate::{draft::Fate, structure::pattern};

/// A line of a message and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The words.
    pub(super) text: String,
    /// What becomes of it.
    pub(super) fate: Fate,
}

/// The text of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Body {
    /// Its lines that aren't blank.
    pub(super) lines: Vec<Line>,
    /// The headers of the message it forwards: numbers of lines that stand apart.
    pub(super) forwarded: Vec<usize>,
}

/// "---------- Forwarded message ---------", "Begin forwarded message:", "-----Original Message-----".
static FORWARD_MARK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:-{2,}\s*(?:forwarded (?:message|by\b.*)|weitergeleitete nachricht|message (?:transféré|réexpédié)|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|пересылаемое сообщение)\s*-*|begin forwarded message:?|anfang der weitergeleiteten nachricht:?|début du message (?:réexpédié|transféré)\s*:?|inicio del mensaje reenviado:?)$",
    )
});
static ORIGINAL_MARK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:-{2,}\s*(?:original (?:message|appointment)|ursprüngliche nachricht|message d['’]origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|исходное сообщение)\s*-{2,}|_{20,})$",
    )
});

/// A header in the text of a message, such as `From: Maya Rios <maya@courier.example>`.
static HEADER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\*?(?P<name>from|von|de|da|van|från|fra|od|от|sent|date|datum|gesendet|envoyé|enviado(?: el)?|fecha|data|inviato|verzonden|skickat|sendt|дата|отправлено|to|an|à|para|a|aan|till|til|кому|cc|kopie|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|тема|reply-to)\s?:\*?(?:\s+|$)",
    )
});
static FROM: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\*?(?:from|von|de|da|van|från|fra|od|от)\s?:\*?\s"));
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^\*?(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|тема)\s?:")
});

/// "On Mon, 2 Feb 2026 at 08:00, Maya Rios <maya@courier.example> wrote:".
static ATTRIBUTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:on|am|le|el|il|op|em|den|dne|dnia|w dniu|в|с|at)\s.{5,240}\s(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napsala?|napisała?|написала?)\b.{0,80}:|.{2,160}[@<].{2,120}\s(?:wrote|writes|schrieb|a écrit|escribió|ha scritto)\s*:)$",
    )
});
/// What an attribution has and a sentence of an article hasn't: a time of day or an address.
static TIME_OR_ADDRESS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d{1,2}[:.h]\d{2}|@"));

static SIGN_OFF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:(?:(?:best|kind|warm|many)\s+)?(?:regards|wishes)|best|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|cheers|many thanks|thanks(?: and (?:best|kind) regards)?|(?:mit )?(?:freundlichen|besten|herzlichen) grüßen?|(?:viele|beste|liebe) grüße|(?:bien )?cordialement|(?:un )?(?:cordial(?:es)?|atentos?)?\s?saludos?(?: cordiales)?|atentamente|cordiali saluti|met vriendelijke groet(?:en)?)\s*[,.!]?$",
    )
});
static FROM_A_PHONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:sent from (?:my|mail for)\b|gesendet von|von meinem .{2,30} gesendet|envoyé de mon|enviado desde mi|inviato da(?:l mio)?\b|get outlook for)",
    )
});
static PROMOTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bunsubscribe\b|manage (?:your |my )?(?:e-?mail |subscription )?preferences|\bview (?:this|it|the) .{0,30}\b(?:in|on) (?:your|a|the) (?:web )?browser|\bview (?:it )?(?:online|in (?:your )?browser)\b|\byou(?:’re|'re| are) receiving this|\byou(?:’ve|'ve| have)? received this (?:e-?mail|message|newsletter) because|update your (?:e-?mail )?preferences|newsletter abbestellen|\bim browser (?:ansehen|anzeigen|öffnen)|se désabonner|désinscri|darse de baja|cancelar (?:la |tu )?suscripción",
    )
});
static LEGAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:\W*(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication)\b.{0,200}\b(?:confidential|intended|privileged|recipient)|\W*confidentiality notice|\W*diese e-?mail (?:enthält|kann|ist)\b|\W*ce (?:message|courriel|mail)\b.{0,80}\bconfidentiel|\W*este (?:mensaje|correo)\b.{0,120}\bconfidencial|\W*(?:copyright )?©)",
    )
});

/// A footer of more characters is an article about footers.
const LONGEST_FOOTER: usize = 700;
/// Lines below a sign-off or a signature's dashes.
const LONGEST_SIGNATURE: usize = 20;
/// A signature's lines are short.
const SIGNATURE_LINE: usize = 80;
/// Headers of a forwarded message stand in so many lines.
const HEADER_LINES: usize = 12;

/// Sorts the lines of `text`. `forwards` says that the message's subject calls it a forwarded one.
pub(super) fn sorted(text: &str, forwards: bool) -> Body {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut body = Body::default();
    let mut rest = lines.as_slice();
    let mut quoted: &[&str] = &[];
    if let Some(found) = introduced(&lines) {
        let (above, below) = lines.split_at(found.mark);
        if forwards || found.is_forward {
            remove(above, RemovedBecause::OutsideArticle, &mut body.lines);
            let (head, text) = below.split_at(found.text - found.mark);
            for line in head.iter().filter(|line| !line.trim().is_empty()) {
                if HEADER.is_match(line) {
                    body.forwarded.push(body.lines.len());
                }
                body.lines.push(Line::of(line, Fate::Apart));
            }
            rest = text;
        } else {
            (rest, quoted) = (above, below);
        }
    }
    let mut written = written(rest);
    // A message that is nothing but a quotation is what it quotes.
    if !written
        .iter()
        .any(|line| matches!(line.fate, Fate::Kept | Fate::GoesOn))
    {
        let inner: Vec<&str> = rest
            .iter()
            .map(|line| line.strip_prefix('>').unwrap_or(line).trim_start())
            .collect();
        if rest.iter().any(|line| line.starts_with('>')) {
            written = self::written(&inner);
        }
    }
    body.lines.extend(written);
    remove(quoted, RemovedBecause::QuotedMessage, &mut body.lines);
    body
}

/// Lines with trailing spaces joined to the next (RFC 3676).
pub(super) fn unflowed(text: &str, deletes_space: bool) -> String {
    let mut flowed = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let depth = line.bytes().take_while(|b| *b == b'>').count();
        let words = &line[depth..];
        let words = words.strip_prefix(' ').unwrap_or(words);
        if open == Some(depth) && words != "-- " {
            flowed.push_str(words);
        } else {
            if !flowed.is_empty() {
                flowed.push('\n');
            }
            flowed.push_str(&line[..depth]);
            flowed.push_str(if depth > 0 { " " } else { "" });
            flowed.push_str(words);
        }
        open = (words.ends_with(' ') && words != "-- ").then_some(depth);
        if open.is_some() && deletes_space {
            flowed.pop();
        }
    }
    flowed
}

impl Line {
    fn of(text: &str, fate: Fate) -> Self {
        Self {
            text: text.trim().to_owned(),
            fate,
        }
    }
}

fn remove(lines: &[&str], because: RemovedBecause, into: &mut Vec<Line>) {
    let lines = lines.iter().filter(|line| !line.trim().is_empty());
    into.extend(lines.map(|line| Line::of(line, Fate::Removed(because))));
}

/// A message within the text of another.
struct Introduced {
    /// Line of the mark above it, or of its first header.
    mark: usize,
    /// First line of its text.
    text: usize,
    /// Whether the mark says that it is forwarded.
    is_forward: bool,
}

/// The first message within the text that a mark or a block of headers introduces.
fn introduced(lines: &[&str]) -> Option<Introduced> {
    for (at, line) in lines.iter().enumerate() {
        let is_forward = FORWARD_MARK.is_match(line.trim());
        let is_mark = is_forward || ORIGINAL_MARK.is_match(line.trim());
        if !is_mark && !FROM.is_match(line) {
            continue;
        }
        let first = at + usize::from(is_mark);
        let blank = lines
            .get(first..)?
            .iter()
            .take_while(|line| line.trim().is_empty())
            .count();
        if let Some(length) = header_block(&lines[first + blank..]) {
            return Some(Introduced {
                mark: at,
                text: first + blank + length,
                is_forward,
            });
        }
    }
    None
}

/// The length of the block of headers at the start of `lines`: a sender and a subject, or three headers.
fn header_block(lines: &[&str]) -> Option<usize> {
    let is_folded = |line: &&str| line.starts_with([' ', '\t']);
    let block = lines
        .iter()
        .take(HEADER_LINES)
        .take_while(|line| HEADER.is_match(line) || is_folded(line) && !line.trim().is_empty());
    let length = block.clone().count();
    let headers = block.filter(|line| HEADER.is_match(line));
    let has = |pattern: &Regex| lines.iter().take(length).any(|line| pattern.is_match(line));
    (headers.count() >= 2 && has(&FROM) && (has(&SUBJECT) || length >= 3)).then_some(length)
}

/// Whether `lines` are nothing but what introduces another message; if so, whether it is a forwarded one.
pub(super) fn introduces_only(lines: &[&str]) -> Option<bool> {
    let found = introduced(lines)?;
    let more = lines[found.text..]
        .iter()
        .filter(|line| !line.trim().is_empty())
        .count();
    (found.mark == 0 && more == 0).then_some(found.is_forward)
}

/// Whether `text` introduces a quotation; if so, whether it has the time or address that no sentence of an article has.
pub(super) fn is_attribution(text: &str) -> Option<bool> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    ATTRIBUTION
        .is_match(&line)
        .then(|| TIME_OR_ADDRESS.is_match(&line))
}

/// Sorts what the writer of a message wrote, which ends at a quotation without `>`.
fn written(lines: &[&str]) -> Vec<Line> {
    let mut sorted: Vec<Line> = Vec::new();
    let mut because: Option<RemovedBecause> = None;
    let mut gap = true;
    let mut skip = 0;
    for (at, line) in lines.iter().enumerate() {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        let words = line.trim();
        if words.is_empty() {
            gap = true;
            continue;
        }
        if let Some(because) = because {
            sorted.push(Line::of(line, Fate::Removed(because)));
            continue;
        }
        if words.starts_with('>') {
            sorted.push(Line::of(line, Fate::Removed(RemovedBecause::QuotedMessage)));
            gap = true;
            continue;
        }
        let rest = &lines[at..];
        if let Some((length, ends)) = attribution(rest) {
            remove(&rest[..length], RemovedBecause::QuotedMessage, &mut sorted);
            skip = length - 1;
            gap = true;
            if ends {
                because = Some(RemovedBecause::QuotedMessage);
            }
            continue;
        }
        if is_signature(rest) {
            because = Some(RemovedBecause::Signature);
        }
        let fate = match because {
            Some(because) => Fate::Removed(because),
            None if FROM_A_PHONE.is_match(words) => Fate::Removed(RemovedBecause::Signature),
            None if gap => Fate::Kept,
            None => Fate::GoesOn,
        };
        sorted.push(Line::of(line, fate));
        gap = matches!(fate, Fate::Removed(_));
    }
    without_footers(sorted)
}

/// How many lines introduce a quotation, and whether everything below is quoted.
fn attribution(lines: &[&str]) -> Option<(usize, bool)> {
    let one = lines.first()?.trim();
    let two = lines
        .get(1)
        .filter(|line| !line.trim().is_empty())
        .map(|next| format!("{one} {}", next.trim()));
    let length = if ATTRIBUTION.is_match(one) {
        1
    } else {
        // Programs break the line where it is long.
        two.as_deref()
            .is_some_and(|two| !one.ends_with(':') && ATTRIBUTION.is_match(two))
            .then_some(2)?
    };
    let words = lines.get(..length)?.join(" ");
    let mut below = lines
        .get(length..)?
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty());
    match below.next() {
        Some(next) if next.starts_with('>') => Some((length, false)),
        _ => TIME_OR_ADDRESS.is_match(&words).then_some((length, true)),
    }
}

/// Whether a signature begins with the first of `lines`: the dashes that announce one, or a sign-off with short lines below.
fn is_signature(lines: &[&str]) -> bool {
    let Some(first) = lines.first().map(|line| line.trim()) else {
        return false;
    };
    // `-- ` has lost its space where lines were trimmed.
    let longest = match first {
        "--" => LONGEST_SIGNATURE,
        words if SIGN_OFF.is_match(words) => LONGEST_SIGNATURE / 2,
        _ => return false,
    };
    let below = lines
        .iter()
        .skip(1)
        .map(|line| line.trim())
        .filter(|line| !line.is_empty());
    let mut own = below.take_while(|line| !line.starts_with('>')).take(longest + 1);
    let mut count = 0;
    own.all(|line| {
        count += 1;
        count <= longest && line.chars().take(SIGNATURE_LINE + 1).count() <= SIGNATURE_LINE
    })
}

/// Takes out paragraphs that senders' programs put below every message.
fn without_footers(mut lines: Vec<Line>) -> Vec<Line> {
    let mut at = 0;
    while at < lines.len() {
        let more = lines[at + 1..]
            .iter()
            .take_while(|line| line.fate == Fate::GoesOn)
            .count();
        let paragraph = at..at + 1 + more;
        if lines[at].fate == Fate::Kept {
            let words: Vec<&str> = lines[paragraph.clone()]
                .iter()
                .map(|line| line.text.as_str())
                .collect();
            let words = words.join(" ");
            let because = match () {
                () if words.chars().count() <= LONGEST_FOOTER && PROMOTION.is_match(&words) => {
                    Some(RemovedBecause::Promotion)
                }
                () if LEGAL.is_match(&words) => Some(RemovedBecause::Legal),
                () => None,
            };
            if let Some(because) = because {
                for line in &mut lines[paragraph.clone()] {
                    line.fate = Fate::Removed(because);
                }
            }
        }
        at = paragraph.end;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use RemovedBecause::{Legal, OutsideArticle, Promotion, QuotedMessage, Signature};

    fn kept(body: &Body) -> Vec<&str> {
        let lines = body
            .lines
            .iter()
            .filter(|l| matches!(l.fate, Fate::Kept | Fate::GoesOn));
        lines.map(|l| l.text.as_str()).collect()
    }

    fn because(body: &Body) -> Vec<(&str, RemovedBecause)> {
        let reason = |line: &'_ Line| match line.fate {
            Fate::Removed(because) => Some(because),
            _ => None,
        };
        body.lines
            .iter()
            .filter_map(|l| Some((l.text.as_str(), reason(l)?)))
            .collect()
    }

    #[test]
    fn quotations_are_left_out_wherever_they_stand() {
        let body = sorted(
            "I agree.\n\nOn Mon, 2 Feb 2026 at 08:00, Maya Rios\n<maya@courier.example> wrote:\n> The port is closed.\n> It stays so.\n\nBut for how long?\n",
            false,
        );
        assert_eq!(kept(&body), ["I agree.", "But for how long?"]);
        assert!(because(&body).iter().all(|(_, b)| *b == QuotedMessage));
        let body = sorted(
            "Yes.\n\nAm 02.02.2026 um 08:00 schrieb Maya Rios:\n\nDer Hafen ist zu.\n",
            false,
        );
        assert_eq!(kept(&body), ["Yes."]);
        let body = sorted(
            "Yes.\n\n-----Original Message-----\nFrom: Maya\nSent: Monday\nSubject: Port\n\nClosed.",
            false,
        );
        assert_eq!(kept(&body), ["Yes."]);
    }

    #[test]
    fn a_sentence_that_says_wrote_introduces_nothing() {
        let text = "On Tuesday the president of the port authority wrote:\n\nWe shall reopen.";
        assert_eq!(kept(&sorted(text, false)).len(), 2);
    }

    #[test]
    fn a_forwarded_article_is_the_text_and_the_note_above_it_is_not() {
        let text = "FYI, see below.\n\n---------- Forwarded message ---------\nFrom: The Courier <news@courier.example>\nDate: Mon, 2 Feb 2026 at 08:00\nSubject: Port Stays Closed\nTo: <desk@x.example>\n\nThe port is closed.\n\nIt stays so.";
        let body = sorted(text, false);
        assert_eq!(kept(&body), ["The port is closed.", "It stays so."]);
        assert_eq!(because(&body), [("FYI, see below.", OutsideArticle)]);
        let headers: Vec<&str> = body
            .forwarded
            .iter()
            .map(|n| body.lines[*n].text.as_str())
            .collect();
        assert_eq!(headers.len(), 4);
        assert_eq!(headers[2], "Subject: Port Stays Closed");
    }

    #[test]
    fn a_message_of_quoted_lines_only_is_what_it_quotes() {
        assert_eq!(
            kept(&sorted("> The port is closed.\n>\n> It stays so.", true)),
            ["The port is closed.", "It stays so."]
        );
    }

    #[test]
    fn signatures_footers_and_notices_are_left_out_by_reason() {
        let text =
            "The port is closed.\nIt stays so.\n\nBest regards,\nMaya Rios\nThe Courier\n\n-- \nTel. 123";
        assert_eq!(
            kept(&sorted(text, false)),
            ["The port is closed.", "It stays so."]
        );
        assert!(because(&sorted(text, false)).iter().all(|(_, b)| *b == Signature));
        let text = "The port is closed.\n\nSent from my iPhone\n\nYou are receiving this because you signed up.\nUnsubscribe: https://x.example\n\nThis e-mail is confidential.";
        let body = sorted(text, false);
        assert_eq!(kept(&body), ["The port is closed."]);
        let reasons: Vec<RemovedBecause> = because(&body).into_iter().map(|(_, b)| b).collect();
        assert_eq!(reasons, [Signature, Promotion, Promotion, Legal]);
    }

    #[test]
    fn flowed_lines_are_put_together_at_their_depth() {
        let text = "The port \nis closed.\n> who \n> says\n-- \nMaya";
        assert_eq!(
            unflowed(text, false),
            "The port is closed.\n> who says\n-- \nMaya"
        );
        assert_eq!(unflowed("un \nbroken", true), "unbroken");
    }
}
