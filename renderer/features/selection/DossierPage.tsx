import { useState } from 'react'
import { selectionKinds } from '../../../shared/domain/selection.ts'
import type { PageProps } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { CaseMissing, CaseView } from '../../procedures/CaseView.tsx'
import { type CaseData, useCase } from '../../procedures/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { CandidatesCard } from './CandidatesCard.tsx'
import { DossierOver, type Over } from './DossierOver.tsx'
import { DossierSide } from './DossierSide.tsx'
import { FindingsCard } from './FindingsCard.tsx'
import { type Dossier, useDossier } from './use-dossier.ts'
import './selection.css'

/** One dossier: its steps, who is considered, and what the office knows of each. */
export function DossierPage({ params, query }: PageProps) {
  const id = params['id'] ?? ''
  const found = useCase(id)
  const more = useDossier(id)
  if (!found.data || !more.dossier) return <CaseMissing error={found.error ?? more.error} />
  return <Loaded key={id} data={found.data} dossier={more.dossier} asked={query.get('step')} />
}

function Loaded({ data, dossier, asked }: { readonly data: CaseData; readonly dossier: Dossier; readonly asked: string | null }) {
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [over, setOver] = useState<Over>()
  const { selection } = dossier
  const editable = mayWrite && data.record.closedOn === null && data.record.voidedAt === null
  useActions([
    { name: '加人选', keys: 'A', when: () => editable && over === undefined, perform: () => setOver({ what: 'consider' }) },
    { name: '定人选', keys: 'D', when: () => editable && over === undefined && dossier.candidates.length > 0, perform: () => setOver({ what: 'advance' }) },
  ])
  return (
    <>
      <CaseView
        data={data}
        asked={asked}
        sub={[selectionKinds[selection.kind], `${selection.places} 职`, selection.rank]}
        actions={
          editable && (
            <>
              <Button icon="plus" keys="A" onClick={() => setOver({ what: 'consider' })}>
                加人选
              </Button>
              {dossier.candidates.length > 0 && (
                <Button icon="check" keys="D" onClick={() => setOver({ what: 'advance' })}>
                  定人选
                </Button>
              )}
            </>
          )
        }
        side={<DossierSide dossier={dossier} editable={editable} onOver={setOver} />}
        below={() => (
          <>
            <FindingsCard dossier={dossier} onOver={setOver} />
            <CandidatesCard dossier={dossier} editable={editable} onOver={setOver} />
          </>
        )}
      />
      <DossierOver
        data={data}
        dossier={dossier}
        over={over}
        onClose={() => setOver(undefined)}
        onDone={text => {
          setOver(undefined)
          done(text)
        }}
      />
    </>
  )
}
