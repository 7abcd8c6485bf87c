import { parameterBases } from '../../../shared/domain/parameter.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'

const looks = {
  national: { tone: 'info', icon: 'law' },
  policy: { tone: 'info', icon: 'form' },
  local: { tone: 'plain', icon: 'flag' },
  unverified: { tone: 'near', icon: 'info' },
} as const

/** On what a number rests. 待核 and 各地做法 are not law, and look it. */
export function BasisChip({ basis }: { readonly basis: keyof typeof parameterBases }) {
  const { tone, icon } = looks[basis]
  return <StatusChip tone={tone} icon={icon} word={parameterBases[basis]} />
}
