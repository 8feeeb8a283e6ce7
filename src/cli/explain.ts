import type { Command } from './io.ts'
export const explainCommand: Command = async () => 2
