import type { Language } from './catalogue.ts'

/** Fen as people read money: `1,234.50 元`, `CNY 1,234.50`. */
export function sayMoney(cents: number, language: Language): string {
  const amount = (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return language === 'en' ? `CNY ${amount}` : `${amount} 元`
}
