declare module 'superagent/dist/superagent.js' {
  interface SentRequest extends Promise<unknown> {
    set(headers: Readonly<Record<string, string>>): SentRequest;
    send(body: unknown): SentRequest;
  }
  const superagent: { post(url: string): SentRequest };
  export default superagent;
}
