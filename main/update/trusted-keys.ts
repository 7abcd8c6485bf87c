/** A public Ed25519 key (SPKI, base64) whose signature makes a package one of ours. */
export interface TrustedKey {
  readonly name: string
  readonly publicKey: string
}

/**
 * Two from the first release on: when one is lost or betrayed, the next release is signed with the other and brings a new one in its place.
 * `npm run sign-update -- new-key` makes them; docs/manual/update.md says who keeps the private halves.
 */
export const trustedKeys: readonly TrustedKey[] = [
  { name: '甲', publicKey: 'MCowBQYDK2VwAyEA4Ai/6v6LYj05/jJDknCmS9FrJ/UA+8Kntr2QeYz85QM=' },
  { name: '乙', publicKey: 'MCowBQYDK2VwAyEA9n9sXs+TWYAk/BiI2GNilP0aA5hjZa2Jlheog6iqUHQ=' },
]
