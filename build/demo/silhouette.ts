import { readFileSync } from 'node:fs'

const drawn = (name: string): Uint8Array => readFileSync(new URL(`photos/${name}.jpg`, import.meta.url))
const [man, woman] = [drawn('man'), drawn('woman')]

/** A drawn figure, 240 × 300, where the photograph of someone real would be. */
export const silhouette = (ofWoman: boolean): Uint8Array => (ofWoman ? woman : man)
