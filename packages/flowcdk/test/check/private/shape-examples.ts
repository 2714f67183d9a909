export const goodbye = '- disconnect: { name: Disconnect }';
