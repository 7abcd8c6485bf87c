import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileOf, policy } from '../../../main/electron/scheme.ts'

const folder = join('/opt', 'zugong', 'dist', 'renderer')

test.each([
  ['app://zugong/index.html', 'index.html'],
  ['app://zugong/assets/main-1a2b.js?v=1#x', 'assets/main-1a2b.js'],
  ['app://zugong/assets/%E7%BB%84.css', 'assets/组.css'],
])('%s is a file of the program', (url, file) => {
  expect(fileOf(folder, url)).toBe(join(folder, file))
})

test.each([
  'app://zugong/',
  'app://zugong/../main/main.cjs',
  'app://zugong/..%2fmain%2fengine.js',
  'app://zugong/..%5cmain%5cengine.js',
  'app://zugong/%2e%2e%2frenderer-2/index.html',
  'app://zugong/index.html%00.js',
  'app://zugong/%E0%A4%A',
  'app://zugong/data.sqlite',
  'app://elsewhere/index.html',
  'file:///etc/passwd.js',
  'https://zugong/index.html',
  'nonsense',
])('%s is not', url => {
  expect(fileOf(folder, url)).toBeUndefined()
})

test('the policy allows no unsafe source', () => {
  expect(policy('abc')).not.toContain('unsafe')
  expect(policy('abc')).toContain("default-src 'none'")
})
