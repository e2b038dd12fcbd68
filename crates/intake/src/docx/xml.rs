//! Short ways through WordprocessingML.
//!
//! Names are compared without their namespace: transitional and strict files use different ones for the same elements, and
//! nothing read here has a namesake in another namespace with another meaning.

use roxmltree::Node;

/// The first child element called `name`.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children()
        .find(|n| n.is_element() && n.tag_name().name() == name)
}

/// The value of the attribute called `name`.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|a| a.name() == name).map(|a| a.value())
}

/// The attribute `val`.
pub(super) fn value<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    attribute(node, "val")
}

/// Whether a switch such as `w:b` is on: it is unless its value says otherwise.
pub(super) fn is_on(node: Node<'_, '_>) -> bool {
    !matches!(value(node), Some("0" | "false" | "off"))
}
