import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
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
