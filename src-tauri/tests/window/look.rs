//! What is judged by looking at the window: pictures, axe-core, and whether anything is cut off or too small.
//!
//! The findings name the element and what is wrong with it, so that a failed journey says what to mend.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::driver::Window;

/// Waits until what has been asked for is painted: fonts, and two frames.
const PAINTED: &str = "const frame = () => new Promise(requestAnimationFrame);
    await document.fonts.ready; await frame(); await frame();";

/// Makes short names for elements, to be told apart by a person.
const NAME: &str = "const name = (e) => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '')
    + [...e.classList].filter((c) => !c.startsWith('svelte-')).map((c) => '.' + c).join('')
    + ' “' + (e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 40) + '”';";

impl Window {
    /// Shows the window in `theme` from now on.
    pub async fn theme(&self, theme: &str) {
        self.run(&format!(
            "document.documentElement.dataset.theme = '{theme}'; {PAINTED}"
        ))
        .await;
    }

    /// Takes a picture of the window for the guide, as NAME.png in the folder `CHANCERY_PICTURES`; without one nothing happens.
    /// From the screen, since WebKit's own pictures don't come without a GPU.
    pub async fn shot(&self, name: &str) {
        let Some(folder) = std::env::var_os("CHANCERY_PICTURES") else {
            return;
        };
        let size = self
            .run(&format!("{PAINTED} return [innerWidth, innerHeight]"))
            .await;
        let taken = Command::new("import")
            .args(["-window", "root", "-crop"])
            .arg(format!("{}x{}+0+0", size[0], size[1]))
            .arg(Path::new(&folder).join(name).with_extension("png"))
            .status();
        assert!(taken.is_ok_and(|status| status.success()), "no picture of {name}");
    }

    /// The serious and critical findings of axe-core on what the window shows.
    pub async fn axe(&self) -> Vec<String> {
        if self.run("return 'axe' in window").await != true {
            let file = concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../ui/node_modules/axe-core/axe.min.js"
            );
            self.load(&std::fs::read_to_string(file).unwrap()).await;
        }
        let script = "const { violations } = await axe.run(document, { resultTypes: ['violations'] });
            return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .flatMap(({ id, nodes }) => nodes.map((node) =>
                    id + ': ' + node.target.flat().join(' ') + ' ' + (node.any[0] ?? node.all[0] ?? node.none[0])?.message));";
        self.findings(script).await
    }

    /// Text that is cut off without a sign of it, and controls that reach out of the window.
    pub async fn cut_off(&self) -> Vec<String> {
        let script = r"
            const found = [];
            const hides = (value) => value === 'hidden' || value === 'clip';
            for (const e of document.body.querySelectorAll('*')) {
                if (!e.checkVisibility({ visibilityProperty: true })) continue;
                const style = getComputedStyle(e);
                const box = e.getBoundingClientRect();
                const words = [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
                if (box.width <= 1 || e.closest('.said, [aria-hidden=true]')) continue;
                const signed = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none' || e.closest('[title]');
                if (words && hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1 && !signed) found.push('cut at its side: ' + name(e));
                if (words && hides(style.overflowY) && e.scrollHeight > e.clientHeight + 2 && !signed) found.push('cut at its end: ' + name(e));
                // The status line drops the key hints that don't fit; the keys stay, and all are behind `?`.
                if (!e.matches('.hint') && e.matches('button, input, textarea, select, a[href], [role=button], [role=tab]')) {
                    const scrolls = e.closest('[data-scrolls], .scroll') ?? [...ancestors(e)].find((a) => /auto|scroll/.test(getComputedStyle(a).overflow));
                    if (!scrolls && (box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > innerHeight + 1))
                        found.push('outside of the window: ' + name(e));
                }
            }
            return [...new Set(found)];
            function* ancestors(e) { while ((e = e.parentElement)) yield e; }";
        self.findings(&format!("{NAME} {script}")).await
    }

    /// Words that are printed over other words.
    pub async fn overlapping(&self) -> Vec<String> {
        let script = r"
            const layer = document.querySelector('dialog[open]') ?? document.body;
            const texts = [];
            const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const e = walker.currentNode.parentElement;
                if (walker.currentNode.data.trim() === '' || e.closest('.said, [popover], svg, option')) continue;
                if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
                const range = document.createRange();
                range.selectNodeContents(walker.currentNode);
                for (const whole of range.getClientRects()) {
                    const box = printed(whole, e);
                    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
                    // What lies outside, is scrolled away or is covered by a pane is not printed.
                    const top = document.elementFromPoint(x, y);
                    if (top && (top === e || e.contains(top) || top.contains(e))) texts.push([e, box]);
                }
            }
            const found = [];
            for (const [n, [e, a]] of texts.entries()) for (const [f, b] of texts.slice(n + 1)) {
                const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (e !== f && wide > 2 && high > Math.min(a.height, b.height) / 2) found.push(name(e) + ' over ' + name(f));
            }
            return [...new Set(found)];
            // What is left of a line of words after its ancestors have cut it off.
            function printed({ left, right, top, bottom }, e) {
                for (; e; e = e.parentElement) {
                    if (getComputedStyle(e).overflow === 'visible') continue;
                    const clip = e.getBoundingClientRect();
                    [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
                    [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
                }
                return new DOMRect(left, top, Math.max(right - left, 0), Math.max(bottom - top, 0));
            }";
        self.findings(&format!("{NAME} {script}")).await
    }

    /// Targets of the pointer that are less than 24 CSS pixels wide or high. Links within a line of words are not among them.
    pub async fn small_targets(&self) -> Vec<String> {
        let script = r"
            const targets = 'button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=option], [role=menuitem], [role=checkbox], [role=radio]';
            const found = [];
            for (const e of document.body.querySelectorAll(targets)) {
                if (!e.checkVisibility({ visibilityProperty: true }) || e.disabled || e.closest('.said')) continue;
                // WCAG 2.5.8 excepts what stands in a line of text: its height is the line's.
                if (e.parentElement.matches('p, sup, .notes') && getComputedStyle(e).display.startsWith('inline')) continue;
                // A box is as large as the label that belongs to it.
                const box = (e.closest('label') ?? e).getBoundingClientRect();
                if (box.width > 1 && (box.width < 23.5 || box.height < 23.5)) found.push(name(e) + ' ' + box.width + '×' + box.height);
            }
            return found;";
        self.findings(&format!("{NAME} {script}")).await
    }

    /// Whether what has the focus shows it: a ring on itself or on the frame that stands for it, or the caret in a text field.
    pub async fn focus_shows(&self) -> bool {
        let script = "let e = document.activeElement;
            if (e === null || e === document.body) return false;
            if (e.matches('input[type=text], input[type=search], textarea')) return true;
            for (let steps = 0; e && steps < 4; e = e.parentElement, steps += 1) {
                const style = getComputedStyle(e);
                if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) return true;
            }
            return false;";
        self.run(script).await == true
    }

    async fn findings(&self, script: &str) -> Vec<String> {
        let found = self.run(&format!("{PAINTED} {script}")).await;
        let found = found.as_array().unwrap_or_else(|| panic!("{found}"));
        found
            .iter()
            .map(|line| line.as_str().map_or_else(|| line.to_string(), str::to_owned))
            .collect()
    }
}

/// Whether an answer of `chancery` mentions `words` anywhere.
pub fn mentions(answer: &Value, words: &str) -> bool {
    match answer {
        Value::String(text) => text.contains(words),
        Value::Array(items) => items.iter().any(|item| mentions(item, words)),
        Value::Object(fields) => fields.values().any(|field| mentions(field, words)),
        _ => false,
    }
}
