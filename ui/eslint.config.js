import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

import svelteConfig from "./svelte.config.js";

// Articles are untrusted: they reach the window as typed blocks and become text nodes. Nothing parses HTML here.
const noHtml = "HTML strings have no path into this window: build text nodes from typed blocks (ARCHITECTURE.md).";

export default ts.config(
  { ignores: ["dist/", "src/api/bindings.ts"] },
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
  svelte.configs.recommended,
  {
    languageOptions: { globals: globals.browser },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "no-eval": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: noHtml },
        { property: "outerHTML", message: noHtml },
        { property: "insertAdjacentHTML", message: noHtml },
        { property: "srcdoc", message: noHtml },
        { property: "setHTMLUnsafe", message: noHtml },
        { property: "createContextualFragment", message: noHtml },
        { object: "document", property: "write", message: noHtml },
      ],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
    rules: {
      "svelte/no-at-html-tags": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "SvelteAttribute[key.name=/^(srcdoc|innerhtml)$/i]", message: noHtml },
        { selector: "SvelteBindingDirective[key.name.name=/^(innerHTML|textContent)$/]", message: noHtml },
      ],
    },
  },
  { files: ["*.config.{js,ts}"], languageOptions: { globals: globals.node } },
);
