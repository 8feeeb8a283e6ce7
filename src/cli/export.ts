import type { Command } from './io.ts'
export const exportCommand: Command = async () => 2
