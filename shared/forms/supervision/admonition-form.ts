import { defineForm, type Form } from '../form.ts'
import { filed } from '../parts.ts'
import type { WrittenDocument } from '../written.ts'
import { type AdmonitionProps, admonitionProps, type AdmonitionSheet } from './facts.ts'

interface Declared extends Pick<Form, 'name' | 'label' | 'description' | 'serves'>, Partial<Pick<Form, 'paper'>> {
  readonly of: NonNullable<Form['of']>
  documentOf(sheet: AdmonitionSheet, office: AdmonitionProps['office']): WrittenDocument
}

/** A paper of one 提醒, 函询 or 诫勉. */
export const admonitionForm = ({ documentOf, ...declared }: Declared) =>
  defineForm({
    paper: filed,
    ...declared,
    secret: 'admonition',
    needs: ['record'],
    watermark: true,
    unit: '份',
    preview: 3,
    batch: 100,
    props: admonitionProps,
    written: ({ sheets, office }) => sheets.map(sheet => documentOf(sheet, office)),
  })
