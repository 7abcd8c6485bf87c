import { type PresetName, presets } from '../../../shared/domain/presets.ts'
import { parameterCatalogue } from '../../../shared/rules/parameters.ts'

/** Whom each set of figures is for. */
export const presetPurpose: Readonly<Record<PresetName, string>> = {
  national: '没有本级文件时',
  college: '学校党委',
  county: '县委及乡镇、部门',
  city: '机关工委及各部门',
}

export interface PresetFigure {
  readonly label: string
  readonly value: string
  /** No source text seen for it: to be checked before it is relied on. */
  readonly unverified: boolean
}

/** The study-hour figures that a preset fixes. */
export function figuresOf(preset: PresetName): readonly PresetFigure[] {
  return ['study.member', 'study.committee', 'study.agencyDays', 'study.memberDays', 'study.hoursPerDay'].flatMap(key => {
    const parameter = presets[preset].find(p => p.key === key)
    const meaning = parameterCatalogue[key]
    if (!parameter || !meaning) return []
    return [{ label: meaning.label.replace(/年度(学时|集体教育)$/, ''), value: `${parameter.value} ${meaning.unit}`, unverified: parameter.basis === 'unverified' }]
  })
}
