import { defineForm, type Form } from '../form.ts'
import type { WrittenDocument } from '../written.ts'
import { type Development, type DevelopmentProps, developmentProps } from './facts.ts'
import { filed } from '../parts.ts'

interface Declared extends Pick<Form, 'name' | 'label' | 'description' | 'serves'>, Partial<Pick<Form, 'paper' | 'preview' | 'batch'>> {
  /** What is written of one person: one document, or a letter to each of several. */
  documentOf(about: Development, office: DevelopmentProps['office']): WrittenDocument | readonly WrittenDocument[]
}

/** A form of a case that goes into the file signed: on the paper of a file unless it is a letter, without a watermark under the signatures. */
export const personForm = ({ documentOf, ...declared }: Declared) =>
  defineForm({
    paper: filed,
    preview: 3,
    batch: 200,
    ...declared,
    needs: ['case'],
    watermark: false,
    unit: '份',
    props: developmentProps,
    written: ({ cases, office }) => cases.flatMap(about => documentOf(about, office)),
  })
