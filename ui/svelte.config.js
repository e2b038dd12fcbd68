/** @type {import("@sveltejs/vite-plugin-svelte").SvelteConfig} */
export default {
  compilerOptions: {
    // Svelte's other way fills a template through innerHTML, which has no place in this window.
    fragments: "tree",
  },
};
