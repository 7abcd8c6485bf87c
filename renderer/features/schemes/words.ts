import { schemeTargets } from '../../../shared/domain/scheme.ts'
import type { Tone } from '../../ui/StatusChip.tsx'

export const schemePath = (id: string): string => `/schemes/${encodeURIComponent(id)}`
export const resultsPath = (ballotId: string): string => `/schemes/results/${encodeURIComponent(ballotId)}`
export const reportPath = (ballotId: string, row: number): string => `${resultsPath(ballotId)}/${row}`
export const ballotPath = (id: string): string => `/ballots/${encodeURIComponent(id)}`

export const targetWord = (target: keyof typeof schemeTargets): string => schemeTargets[target]
export const isTarget = (value: unknown): value is keyof typeof schemeTargets => typeof value === 'string' && Object.hasOwn(schemeTargets, value)

/** Points as they are shown: 89.15, and nothing for what nobody scored. */
export const pointsText = (value: number | null): string => (value === null ? '—' : value.toFixed(2))

/** 领导 20 · 干部 20 · 党员互评 30 · 同学 30 */
export const weightsText = (groups: readonly { readonly label: string; readonly weight: number }[]): string =>
  groups.length === 0 ? '不分组' : groups.map(({ label, weight }) => `${label.replace(/(?<=.)考评$/, '')} ${weight}`).join(' · ')

/** How a finding looks: colour, icon and word together. */
export const findingTone = (tone: 'good' | 'short' | 'plain'): Tone => (tone === 'good' ? 'met' : tone === 'short' ? 'short' : 'plain')
