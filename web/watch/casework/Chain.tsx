import { type InvestigationView, NODE_RESULTS, NODE_ROLES } from '#modules/accountability/contract.ts'
import { useSaid } from '#ui/index.ts'
import { useText } from './messages.ts'

type Node = InvestigationView['nodes'][number]

/** 责任链 as a tree: whoever ordered or approved stands above whoever acted. */
export function Chain({ of: { nodes } }: { readonly of: InvestigationView }) {
  const t = useText()
  // Drawn from the top: those above whom nobody stands.
  const tops = nodes.filter(({ node }) => !nodes.some(({ of }) => of === node))
  if (nodes.length === 0) return <p className="soft">{t('还没有人列入责任链。')}</p>
  return (
    <ul className="casework-chain">
      {tops.map((node) => (
        <ChainNode key={node.node} node={node} nodes={nodes} />
      ))}
    </ul>
  )
}

function ChainNode({ node, nodes }: { readonly node: Node; readonly nodes: readonly Node[] }) {
  const t = useText()
  const said = useSaid()
  const below = nodes.find((one) => one.node === node.of)
  const { result, heard, top } = node
  return (
    <li>
      <div className="sheet">
        <p>
          <strong>{node.name}</strong> <span className="soft">{said(node.unitName)}</span> ·{' '}
          {said(NODE_ROLES[node.role])}
        </p>
        <p className="small">{node.because}</p>
        <p className="small">
          {result ? `${said(NODE_RESULTS[result.result])}：${result.reason}` : t('还没有结论')}
          {' · '}
          {heard ? (heard.waived ? t('放弃陈述') : t('已听取陈述')) : t('还没有听取陈述')}
          {top && ` · ${t('上面无人指使、批准')}：${top.reason}`}
        </p>
      </div>
      {below && (
        <ul>
          <ChainNode node={below} nodes={nodes} />
        </ul>
      )}
    </li>
  )
}
