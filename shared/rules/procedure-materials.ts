import type { Material, Step } from '../procedures/procedure.ts'
import type { CaseFacts, StepRecord } from './procedure.ts'

type Filed = Pick<CaseFacts, 'materials' | 'subjects'>

/** The materials that a step asks for as it came out, in any round: a paper of one that is over still belongs in the file. `records` are the step's own. */
export function materialsAsked({ materials = [] }: Step, records: readonly StepRecord[]): readonly Material[] {
  return materials.filter(({ when }) => {
    if (when === undefined) return true
    if (when === 'extended') return records.some(({ extension }) => extension !== null && extension !== '')
    return records.some(({ doneOn, result }) => doneOn !== null && result !== null && when.results.includes(result))
  })
}

/** What of these a step lacks, in words: of a group one is enough, of each subject its own. */
export function materialsMissing(step: string, materials: readonly Material[], { materials: filed, subjects = [] }: Filed): readonly string[] {
  const has = (material: string) => filed.has(`${step}/${material}`)
  const groups = new Set(materials.flatMap(({ oneOf }) => (oneOf === undefined ? [] : [oneOf])))
  const lacking = [...groups].flatMap(group => {
    const among = materials.filter(({ oneOf }) => oneOf === group)
    return among.some(material => has(material.key)) ? [] : [among.map(({ label }) => label).join('或')]
  })
  const alone = materials.flatMap(material => {
    if (material.oneOf !== undefined) return []
    if (!material.each) return has(material.key) ? [] : [material.label]
    const without = subjects.filter(({ id }) => !has(`${material.key}/${id}`))
    return without.length > 0 ? [`${material.label}（${without.map(({ name }) => name).join('、')}）`] : []
  })
  return [...alone, ...lacking]
}
