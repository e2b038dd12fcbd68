//! The scheme under which the window loads images: pages of a brief at `media://localhost/page/LOOK.svg`, pictures of articles at
//! `media://localhost/picture/SHA256`.
//!
//! An image runs no script and loads nothing, so no markup ever becomes part of the window. A name stands for what an image looks
//! like: it never changes and is not loaded again. Pages are our own SVG; of what came from elsewhere only pictures of pixels
//! leave, with what they are by their own bytes.

use std::sync::Arc;

use tauri::http::{HeaderValue, Request, Response, StatusCode, header};
use tauri::{Manager as _, Runtime, UriSchemeContext, UriSchemeResponder};

use crate::library::Library;
use crate::preview::Typesetting;

/// The scheme of our own images. The content policy allows it for images and nothing else.
pub const SCHEME: &str = "media";

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
enum Asked<'p> {
    Page(&'p str),
    Picture(&'p str),
}

/// Answers the window's request for an image.
#[expect(clippy::needless_pass_by_value, reason = "the signature is Tauri's")]
pub fn serve<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    match asked(request.uri().path()) {
        Some(Asked::Page(look)) => {
            let answer = move |svg: Option<String>| {
                responder.respond(image(svg.map(|svg| (svg.into_bytes(), "image/svg+xml"))));
            };
            let typesetting = context.app_handle().state::<Typesetting>();
            typesetting.page(look, Box::new(answer));
        }
        Some(Asked::Picture(name)) => {
            let library = Arc::clone(&context.app_handle().state::<Arc<Library>>());
            let name = name.to_owned();
            tauri::async_runtime::spawn_blocking(move || responder.respond(image(kept(&library, &name))));
        }
        None => responder.respond(image(None)),
    }
}

fn asked(path: &str) -> Option<Asked<'_>> {
    let page = path
        .strip_prefix("/page/")
        .and_then(|name| name.strip_suffix(".svg"));
    let picture = path.strip_prefix("/picture/");
    page.map(Asked::Page).or(picture.map(Asked::Picture))
}

/// The bytes of a kept picture and what they are. Why there is none is nobody's question: its words stand in the text.
fn kept(library: &Library, name: &str) -> Option<(Vec<u8>, &'static str)> {
    library.desk().ok()?.kept_picture(name).ok()?
}

/// An image, or the answer that there is none.
fn image(found: Option<(Vec<u8>, &'static str)>) -> Response<Vec<u8>> {
    let (status, (bytes, media)) = match found {
        Some(found) => (StatusCode::OK, found),
        None => (StatusCode::NOT_FOUND, (Vec::new(), "text/plain")),
    };
    let mut response = Response::new(bytes);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_says_what_it_is_and_a_missing_one_that_it_is_missing() {
        let page = image(Some((b"<svg/>".to_vec(), "image/svg+xml")));
        assert_eq!(
            (page.status(), page.body().as_slice()),
            (StatusCode::OK, &b"<svg/>"[..])
        );
        assert_eq!(page.headers()[header::CONTENT_TYPE], "image/svg+xml");
        let missing = image(None);
        assert_eq!(missing.status(), StatusCode::NOT_FOUND);
        for answer in [page, missing] {
            assert_eq!(answer.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        }
    }

    #[test]
    fn pages_and_pictures_have_addresses_and_nothing_else_has() {
        assert_eq!(asked("/page/12.svg"), Some(Asked::Page("12")));
        assert_eq!(asked("/picture/ab"), Some(Asked::Picture("ab")));
        for path in ["/", "/page/12", "/snapshot/ab", "picture/ab"] {
            assert_eq!(asked(path), None);
        }
    }
}
