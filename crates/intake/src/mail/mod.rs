//! Mail messages (.eml, a mailbox with one message) and saved pages in the form of mail (.mht, .mhtml).
//!
//! A message's headers are the first lines of the reading text, then its text: the plain part where it says what the message
//! says, the HTML part otherwise. A message that forwards an article is that article. Attachments are named and never opened.

mod headers;
mod letter;
mod mime;
mod page;
mod plain;
mod sender;
mod sniff;
mod web;

pub(crate) use letter::read;
pub(crate) use page::read as read_page;
pub(crate) use sniff::{looks_like_message, looks_like_page};
