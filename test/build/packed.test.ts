import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { needsOf } from '../../build/packed/elf.ts'
import { aboveFloor, floor, needWords, newest } from '../../build/packed/floor.ts'
import { inMegabytes, sizeFaults } from '../../build/packed/sizes.ts'
import { versionPattern } from '../../shared/rules/versions.ts'
import { root } from '../../build/root.ts'

const database = (arch: string) => join(root, `node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-${arch}.node`)

test.each(['x64', 'arm64'] as const)('the database for Linux %s needs nothing newer than the floor', arch => {
  const needs = needsOf(readFileSync(database(arch)))
  expect(needs.arch).toBe(arch)
  expect(needWords(needs)).toBe('GLIBC 2.34, GLIBCXX 3.4.29, CXXABI 1.3.9')
  expect(aboveFloor(needs)).toEqual([])
})

test('a floor that is lower than what is needed is a fault, each family by itself', () => {
  const needs = needsOf(readFileSync(database('x64')))
  expect(aboveFloor(needs, { ...floor, GLIBC: '2.28' })).toEqual(['GLIBC_2.34, the floor is 2.28'])
  expect(aboveFloor(needs, { GLIBC: '2.9', GLIBCXX: '3.4.28', CXXABI: '1.3' })).toHaveLength(3)
  expect(newest(['2.9', '2.34', '2.4'])).toBe('2.34')
})

test('what is read is what readelf reads', ({ skip }) => {
  const { stdout, error } = spawnSync('readelf', ['-VW', database('x64')], { encoding: 'utf8' })
  if (error) return skip('no readelf here')
  const theirs = new Set([...stdout.matchAll(/Name: ([A-Z]+_[\d.]+) /g)].map(([, name]) => name))
  const ours = new Set([...needsOf(readFileSync(database('x64'))).versions].flatMap(([family, versions]) => versions.map(v => `${family}_${v}`)))
  expect(ours).toEqual(theirs)
})

test('a binary that is broken is refused, it never hangs', () => {
  const whole = readFileSync(database('x64')).subarray(0, 40_000)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 20 }), changes => {
      const spoilt = Buffer.from(whole)
      for (const [at, byte] of changes) spoilt[at] = byte
      const before = performance.now()
      try {
        needsOf(spoilt)
      } catch (cause) {
        expect(cause).toBeInstanceOf(Error)
      }
      expect(performance.now() - before).toBeLessThan(1000)
    }),
    { numRuns: 500 },
  )
})

test('the deb package asks for the same floor, so that an older system refuses it before anything is installed', () => {
  const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  expect(config).toContain(`- libc6 (>= ${floor.GLIBC})`)
  // GLIBCXX 3.4.29 came with libstdc++ of GCC 11.
  expect([floor.GLIBCXX, config.includes('- libstdc++6 (>= 11)')]).toEqual(['3.4.29', true])
})

test('the program’s version is one that updates can be compared with', () => {
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version).toMatch(versionPattern)
})

test('more than the budget is a fault that says by how much', () => {
  const sizes = { archive: 9_000_000, binary: 3_000_000, all: 300_000_000 }
  expect(sizeFaults(sizes)).toEqual([])
  expect(sizeFaults(sizes, { own: 10_000_000, all: 200_000_000 })).toEqual([
    `our own part weighs ${inMegabytes(12_000_000)}, the budget is ${inMegabytes(10_000_000)}`,
    `the whole weighs ${inMegabytes(300_000_000)}, the budget is ${inMegabytes(200_000_000)}`,
  ])
})
