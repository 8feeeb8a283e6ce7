import { useParams } from '@tanstack/react-router'
import { ProblemSheet } from '#ui/rectification/index.ts'

export function ProblemPage() {
  const { problem } = useParams({ from: '/rectification/problems/$problem' })
  return <ProblemSheet problem={problem} key={problem} />
}
