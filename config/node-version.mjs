// Says in one sentence that this Node is too old. Written so that old versions can still read it; whoever imports it
// must import everything newer afterwards, by import().
var OLDEST = 20

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  console.error(
    '银龄驿需要 Node.js ' +
      OLDEST +
      ' 或更新的版本，现在用的是 ' +
      process.versions.node +
      '，请先升级 Node.js。',
  )
  process.exit(1)
}
