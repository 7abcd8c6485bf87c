import { describe, expect, test } from 'vitest'
import { recordNames, records } from '../../shared/domain/index.ts'
import { presets } from '../../shared/domain/presets.ts'
import { forms } from '../../shared/forms/index.ts'
import { mechanismDocuments, mechanisms, nationalRules } from '../../shared/policies/index.ts'
import { quotas } from '../../shared/quotas/index.ts'

const ids = mechanisms.map(({ code }) => code)

describe('the mechanisms of the five documents', () => {
  test('are M001 to M178, each once and in order', () => {
    expect(ids).toEqual(Array.from({ length: 178 }, (_, i) => `M${String(i + 1).padStart(3, '0')}`))
  })

  test('come from five documents, of which each has its own source', () => {
    expect(mechanismDocuments.map(d => d.clauses.length)).toEqual([38, 48, 16, 55, 21])
    expect(new Set(mechanismDocuments.map(d => d.source)).size).toBe(5)
  })

  test.each(mechanisms)('$code says what it asks for in words of ours and in words of the document', ({ phrase, text }) => {
    expect(phrase).toMatch(/\p{Script=Han}/u)
    expect(phrase).not.toMatch(/[,;:()]/)
    for (const passage of text.split('\n')) expect(passage.trim()).toMatch(/\p{Script=Han}{3}/u)
  })

  test.each(mechanisms.filter(m => m.number !== null))('$code states its number $number in Chinese', ({ number }) => {
    expect(number).not.toMatch(/[a-z]/i)
  })
})

describe.each(nationalRules)('$title', ({ clauses }) => {
  test('names each clause once', () => {
    expect(new Set(clauses.map(c => c.code)).size).toBe(clauses.length)
  })

  test('points only to mechanisms that exist', () => {
    for (const { mechanism } of clauses) if (mechanism) expect(ids).toContain(mechanism)
  })
})

const declared: readonly { readonly name: string; readonly serves: readonly string[] }[] = [
  ...recordNames.map(name => ({ name, serves: records[name].serves })),
  ...quotas,
  ...Object.values(forms).map(form => ({ name: form.name, serves: servesOf(form) })),
]

/** A quota and a form may serve nothing that the documents ask for. */
function servesOf(declaration: object): readonly string[] {
  return 'serves' in declaration ? (declaration.serves as readonly string[]) : []
}

test.each(declared)('$name serves mechanisms that exist, each once', ({ serves }) => {
  expect(serves.filter(id => !ids.includes(id))).toEqual([])
  expect(new Set(serves).size).toBe(serves.length)
})

/** Words alone: what is quoted may be set with other commas. */
const words = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')
const numbers = [...new Map(Object.values(presets).flatMap(preset => preset.map(p => [`${p.key} ${p.value} ${p.clause}`, p] as const))).values()]

test.each(numbers.filter(p => p.basis === 'policy'))('$key $value quotes the document that fixes it: $clause', ({ clause }) => {
  const [, title, quoted = ''] = /^《([^》]+)》：(.+)$/.exec(clause ?? '') ?? []
  const document = mechanismDocuments.find(d => d.title === title)
  expect(document?.clauses.some(({ text }) => words(text).includes(words(quoted)))).toBe(true)
})

test.each(numbers.filter(p => p.basis === 'national'))(
  '$key $value names a national rule of the register, and no article that was not seen: $clause',
  ({ clause }) => {
    const [, title, article] = /^《([^》]+)》(?:（\d{4}）)?(第[^条]+条)?/.exec(clause ?? '') ?? []
    const rule = nationalRules.find(r => title !== undefined && r.title.startsWith(title))
    expect(rule).toBeDefined()
    if (article !== undefined) expect(rule?.clauses.map(c => c.code)).toContain(article)
  },
)
