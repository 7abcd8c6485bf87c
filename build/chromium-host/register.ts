import { registerHooks } from 'node:module'

/** Loaded with `node --import`: whoever asks for `electron` gets the stand-in of this folder. */
const standIn = new URL('electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' ? { url: standIn, format: 'module', shortCircuit: true } : next(specifier, context)),
})
