/** A released version, `1.2.3`. */
export const versionPattern = /^(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})\.(?:0|[1-9]\d{0,4})$/

/** Below zero where `a` came before `b`, zero where they are the same: 1.10.0 is newer than 1.9.9. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  return left.map((part, i) => part - (right[i] ?? 0)).find(difference => difference !== 0) ?? 0
}

function partsOf(version: string): number[] {
  if (!versionPattern.test(version)) throw new RangeError(`${version} is no version`)
  return version.split('.').map(Number)
}
