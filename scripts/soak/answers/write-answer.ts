import type { AnswerPlan } from './answer-plan.js';

/** The plan as a response, made of the one that the service really gave. */
export async function writeAnswer(plan: AnswerPlan, real: Response): Promise<Response> {
  const { status, headers } = real;
  const honest = await real.text();
  const ok = (body: BodyInit) => new Response(body, { status, headers });
  switch (plan.kind) {
    case 'program': {
      const { stepId } = JSON.parse(honest) as { stepId?: string };
      const calls = plan.calls.map(
        ({ name, input }, at) =>
          `{"callId":"c${at}","name":${JSON.stringify(name)},"input":${input}}`,
      );
      const all = Array.from({ length: plan.repeated }, () => calls).flat();
      return ok(`{"stepId":${JSON.stringify(stepId)},"calls":[${all.join(',')}]}`);
    }
    case 'deep': {
      const close = plan.open === '[' ? ']' : '}';
      const deep = `${plan.open.repeat(plan.levels)}1${close.repeat(plan.levels)}`;
      return ok(honest.replace(/"input":/, `"deep":${deep},"input":`));
    }
    case 'body':
      return new Response(plan.text.of.repeat(plan.text.times), { status: plan.status, headers });
    case 'bytes':
      return ok(new Uint8Array(plan.bytes));
    case 'cut':
      return ok(honest.slice(0, plan.keep));
    case 'members':
      return ok(`{"calls":${plan.members},"stepId":${plan.members}}`);
    case 'honest':
      return ok(honest);
  }
}
