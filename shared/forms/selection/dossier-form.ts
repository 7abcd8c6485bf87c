import { defineForm, type Form } from '../form.ts'
import { filed } from '../parts.ts'
import type { WrittenDocument } from '../written.ts'
import { noticePaper } from '../written-notice.ts'
import { decidedOf, type Dossier, dossierProps, type DossierProps } from './facts.ts'

interface Declared extends Pick<Form, 'name' | 'label' | 'description'>, Partial<Pick<Form, 'paper' | 'needs' | 'unit' | 'serves'>> {
  /** What is written of one dossier: a document, or one for each candidate. */
  documentsOf(about: Dossier, office: DossierProps['office']): readonly WrittenDocument[]
}

/** A form of a selection that goes into its file signed: on the paper of a file unless it is a letter, without a watermark under the signatures. */
export const dossierForm = ({ documentsOf, ...declared }: Declared) =>
  defineForm({
    paper: filed,
    needs: ['case'],
    unit: '份',
    serves: ['M029'],
    ...declared,
    preview: 3,
    batch: 100,
    watermark: false,
    props: dossierProps,
    written: ({ dossiers, office }) => dossiers.flatMap(about => documentsOf(about, office)),
  })

interface Batch extends Pick<Form, 'name' | 'label' | 'description'>, Partial<Pick<Form, 'needs' | 'unit'>> {
  /** What must be alike in the dossiers that stand on one sheet. */
  alike(about: Dossier): readonly unknown[]
  documentOf(first: Dossier, together: readonly Dossier[], office: DossierProps['office']): WrittenDocument
}

/** A letter on whom committees decided: one for all the dossiers that go out together. */
export const batchLetter = ({ alike, documentOf, ...declared }: Batch) =>
  defineForm({
    needs: ['case'],
    unit: '份',
    ...declared,
    serves: ['M029'],
    paper: noticePaper,
    watermark: false,
    preview: 100,
    batch: 100,
    props: dossierProps,
    written({ dossiers, office }) {
      const decided = dossiers.filter(about => decidedOf(about).length > 0)
      const sheets = Map.groupBy(decided, about => JSON.stringify(alike(about)))
      return [...sheets.values()].flatMap(together => together.slice(0, 1).map(first => documentOf(first, together, office)))
    },
  })
