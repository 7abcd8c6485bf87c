import fc from 'fast-check'
import { z } from 'zod'

/** As much of JSON Schema as the contract comes to. */
const node = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
})
type Node = z.infer<typeof node>

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, '', '\u0000', -1, 0, 1e308, Number.MAX_SAFE_INTEGER, '__proto__', "'; DROP TABLE person; --", '2026-02-30', [], {}, true),
)

/** Inputs of the shape that an endpoint asks for, many of them spoiled somewhere. `known` are words that mean something in the office. */
export function inputsOf(schema: z.ZodType, known: readonly string[]): fc.Arbitrary<unknown> {
  const fitting = fitted(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), known, 0)
  return fc.oneof({ arbitrary: fitting, weight: 6 }, { arbitrary: fc.tuple(fitting, fc.nat(), odd).map(spoil), weight: 3 }, { arbitrary: odd, weight: 1 })
}

function fitted(given: unknown, known: readonly string[], depth: number): fc.Arbitrary<unknown> {
  const parsed = node.safeParse(given)
  if (!parsed.success || depth > 6) return odd
  const schema = parsed.data
  const inner = (part: unknown) => fitted(part, known, depth + 1)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(inner))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  switch (schema.type) {
    case 'object': {
      const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, part]) => [key, inner(part)]))
      if (Object.keys(properties).length > 0) return fc.record(properties, { requiredKeys: schema.required ?? [] })
      return fc.dictionary(fc.oneof(words(known), fc.string({ maxLength: 8 })), schema.additionalProperties ? inner(schema.additionalProperties) : odd, {
        maxKeys: 4,
      })
    }
    case 'array':
      return fc.oneof(fc.constant([]), fc.array(inner(schema.items), { maxLength: 4 }))
    case 'string':
      return textFor(schema, known)
    case 'integer':
      return within(schema, [0, 1, 2, 12, 2025, 2026], fc.integer())
    case 'number':
      return within(schema, [0, 0.5, 8, 2026], fc.double())
    case 'boolean':
      return fc.boolean()
    default:
      return odd
  }
}

/** Numbers that an endpoint takes, and some that it does not. */
function within({ minimum = -Infinity, maximum = Infinity }: Node, usual: readonly number[], any: fc.Arbitrary<number>): fc.Arbitrary<number> {
  const fitting = usual.filter(number => number >= minimum && number <= maximum)
  return fitting.length > 0 ? fc.oneof({ arbitrary: fc.constantFrom(...fitting), weight: 9 }, { arbitrary: any, weight: 1 }) : any
}

function textFor({ pattern }: Node, known: readonly string[]): fc.Arbitrary<string> {
  const matching = pattern === undefined ? known : known.filter(word => new RegExp(pattern).test(word))
  return fc.oneof({ arbitrary: words(matching), weight: 9 }, { arbitrary: fc.string({ unit: 'binary', maxLength: 30 }), weight: 1 })
}

const words = (known: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...(known.length > 0 ? known : ['']))

/** One property, wherever it is, is something else. */
function spoil([value, at, instead]: [unknown, number, unknown]): unknown {
  if (typeof value !== 'object' || value === null) return instead
  const entries = Object.entries(value)
  const hit = entries[at % Math.max(1, entries.length)]
  if (!hit) return instead
  const [key, inner] = hit
  const spoiled = typeof inner === 'object' && inner !== null && at % 2 === 0 ? spoil([inner, Math.floor(at / 2), instead]) : instead
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? spoiled : item))
  return Object.fromEntries(entries.map(([name, kept]) => [name, name === key ? spoiled : kept]))
}
