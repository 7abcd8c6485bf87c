/** Whether the keyboard is in a field for words: there a bracket is a bracket, and not the way to the next body. */
export function typesWords(): boolean {
  const { activeElement: at } = document
  if (at instanceof HTMLTextAreaElement) return true
  return at instanceof HTMLInputElement && !at.readOnly && at.inputMode !== 'decimal' && at.closest('.return-boxes') === null
}
