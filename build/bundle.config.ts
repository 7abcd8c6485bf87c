import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig, Plugin } from 'vite'
import { root } from './root.ts'

const external = ['electron', 'better-sqlite3-multiple-ciphers']

const common = (mode: Mode): InlineConfig => ({ configFile: false, root, mode, publicDir: false, logLevel: 'warn', clearScreen: false })

export type Mode = 'production' | 'development'

/** One process's code as CommonJS files under dist/main: the kind that Electron starts, and that a sandboxed preload must be. */
const script = (mode: Mode, entries: Readonly<Record<string, string>>): InlineConfig => ({
  ...common(mode),
  ssr: { noExternal: true, target: 'node' },
  resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: join(root, 'dist/main'),
    emptyOutDir: false,
    minify: false,
    sourcemap: mode === 'development',
    rolldownOptions: {
      input: { ...entries },
      external,
      output: {
        format: 'cjs',
        entryFileNames: '[name].cjs',
        // Each part is built by itself into the one folder: their pieces must not take each other's names.
        chunkFileNames: `${Object.keys(entries).join('-')}-[name].cjs`,
        exports: 'auto',
        comments: { legal: true, annotation: false, jsdoc: false },
        // Names stay, for the stacks in the log.
        minify: mode === 'production' && { mangle: { keepNames: true }, compress: { keepNames: { function: true, class: true } } },
      },
    },
  },
})

/** Maps of Japanese and Korean characters: no scan of this office's asks for them. */
const foreign = /^(?:Adobe-(?:Japan|Korea|KR)|UniJIS|UniKS|UniAKR|KSC|78|83pv|90|Add-|EUC-[HV]|Ext-|H\.|V\.|Hankaku|Hiragana|Katakana|Roman|RKSJ|NWP|WP-Symbol)/

/** What pdf.js asks for while it draws: character maps, the standard fonts, and as scripts the decoders of scans (JBIG2, JPEG 2000). */
const viewerParts = (): Plugin => ({
  name: 'viewer-parts',
  generateBundle() {
    const from = join(root, 'node_modules/pdfjs-dist')
    const parts = [
      ['cmaps', /\.bcmap$/],
      ['standard_fonts', /\.(?:pfb|ttf)$/],
      ['wasm', /_nowasm_fallback\.js$/],
    ] as const
    for (const [folder, wanted] of parts)
      for (const file of readdirSync(join(from, folder)))
        if (wanted.test(file) && !foreign.test(file))
          this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${file}`, source: readFileSync(join(from, folder, file)) })
  },
})

/** One page with all it needs. What it starts with is one file: each further one costs the first picture another trip to the main process. */
const page = (mode: Mode, name: 'index' | 'print'): InlineConfig => ({
  ...common(mode),
  root: join(root, 'renderer'),
  base: './',
  plugins: [react(), ...(name === 'index' ? [viewerParts()] : [])],
  worker: { format: 'es' },
  // The app:// handler replaces it with the nonce of each load.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'chrome150',
    outDir: join(root, 'dist/renderer'),
    emptyOutDir: false,
    sourcemap: mode === 'development',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4096,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: join(root, `renderer/${name}.html`),
      output: {
        codeSplitting: {
          groups: [
            { name, tags: ['$initial'] },
            // Its settings stand in the same file, so that they hold before any schema is made.
            { name: 'zod', test: /node_modules[\\/]zod[\\/]|renderer[\\/]api[\\/]zod\.ts$/ },
          ],
        },
      },
    },
  },
})

/** Everything that is built, each part by itself: main, engine and its other threads must not share a chunk, and preload must be one file. */
export const bundles = (mode: Mode): readonly InlineConfig[] => [
  script(mode, { main: 'main/main.ts' }),
  script(mode, { engine: 'main/engine/worker.ts' }),
  script(mode, { backup: 'main/backup/thread.ts' }),
  script(mode, { merge: 'main/pdf/thread.ts' }),
  script(mode, { preload: 'main/preload.ts' }),
  page(mode, 'index'),
  page(mode, 'print'),
]
