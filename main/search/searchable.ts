/** As texts are compared in a search: full-width and half-width alike, small letters, no spaces. */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')
