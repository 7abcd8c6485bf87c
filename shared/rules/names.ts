/** Names written in one line, parted by 、 commas, semicolons or spaces; what stands in brackets after a name is left out. */
export const namesIn = (text: string): readonly string[] =>
  text
    .replaceAll(/[（(][^（）()]*[）)]/g, ' ')
    .split(/[、，,;；\s]+/)
    .filter(Boolean)
