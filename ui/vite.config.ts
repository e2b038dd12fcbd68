import { FluentResource } from "@fluent/bundle";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

// Fluent files are read here and not at every start, before anything can be drawn. A module gives a function, so that only the language that is spoken is made into objects.
const fluent: Plugin = {
  name: "fluent",
  transform(source, id) {
    if (!id.endsWith(".ftl")) return undefined;
    const { body } = new FluentResource(source);
    const text = JSON.stringify(JSON.stringify(body));
    return { code: `export default () => JSON.parse(${text});`, map: null };
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), fluent],
  build: {
    // WebKitGTK 2.50 is newer; lower targets would have light-dark() and nesting rewritten.
    target: "safari18",
    // The content policy has no data: URLs, so no font or picture may become one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // Node would get the half of Svelte that renders on servers.
  resolve: mode === "test" ? { conditions: ["browser"] } : {},
  // The words of the window lie beside it, for they are the words of the whole program.
  server: { fs: { allow: [".."] } },
  test: { include: ["src/**/*.test.ts"] },
}));
