/** Names of Architect's palette that do not follow from the key in YAML. */
const names: Readonly<Record<string, string>> = {
  callData: 'Call Data Action',
  callDataSecure: 'Call Secure Data Action',
  callLexV2Bot: 'Call Lex V2 Bot',
  setUUIData: 'Set UUI Data',
  setPostFlow: 'Set Post-Flow',
  clearPostFlow: 'Clear Post-Flow',
  getSIPHeaders: 'Get SIP Headers',
  getRawSIPHeaders: 'Get Raw SIP Headers',
  enableParticipantRecord: 'Enable Participant Recording',
  transferToAcd: 'Transfer to ACD',
  menuTransferToAcd: 'Transfer to ACD',
  playAudioOnSilence: 'Play Audio on Silence',
  findQueueById: 'Find Queue by Id',
  inqueueCall: 'In-Queue Call',
  inqueueShortMessage: 'In-Queue Message',
  inqueueEmail: 'In-Queue Email',
  inboundShortMessage: 'Inbound Message',
  digitalBot: 'Digital Bot',
  startUpTask: 'Starting Task',
};

const small = new Set(['To', 'By', 'On', 'For', 'From', 'Or', 'In']);

/** The name of a kind of flow, container or action for people: `transferToUser` is `Transfer to User`. */
export function kindName(kind: string): string {
  if (Object.hasOwn(names, kind)) return names[kind] ?? kind;
  const words = kind
    .replace(/^menu(?=[A-Z])/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.map((word, i) => (i > 0 && small.has(word) ? word.toLowerCase() : word)).join(' ');
}
