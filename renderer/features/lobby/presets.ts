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

const shown = ['study.member', 'study.committee', 'study.agencyDays', 'study.memberDays', 'study.hoursPerDay']
const all = Object.values(presets)

const figuresWhere = (preset: PresetName, wanted: (inAll: boolean) => boolean): readonly PresetFigure[] =>
  shown.flatMap(key => {
    const parameter = presets[preset].find(p => p.key === key)
    const meaning = parameterCatalogue[key]
    const inAll = all.every(values => values.find(p => p.key === key)?.value === parameter?.value)
    if (!parameter || !meaning || !wanted(inAll)) return []
    return [
      { label: meaning.label.replace(/年度(学时|集体教育)$/, ''), value: `${parameter.value} ${meaning.unit}`, unverified: parameter.basis === 'unverified' },
    ]
  })

/** The study-hour figures that every preset starts with. */
export const commonFigures: readonly PresetFigure[] = figuresWhere('national', inAll => inAll)

/** The study-hour figures that a preset has beyond those; often none. */
export const ownFigures = (preset: PresetName): readonly PresetFigure[] => figuresWhere(preset, inAll => !inAll)
