/**
 * An application as NestJS has it: routes, a guard that reads what is noted on a method, injection. As
 * text, for its decorators are of the older convention and its packages are installed by the test.
 */
export const NEST_APP = `
import 'reflect-metadata';
import { currentWorkflow, workflow } from '@nova-act/workflow';
import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Injectable,
  Module,
  Param,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';

const options = { workflowDefinitionName: 'flights' };

@Injectable()
class Prices {
  readonly currency = 'EUR';

  @workflow(options)
  async of(flight: string): Promise<string> {
    return \`\${flight} in \${this.currency}, run \${currentWorkflow().workflowRunId}\`;
  }
}

/** Lets in who has the role that is noted on the method. */
@Injectable()
class RoleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const role = this.reflector.get<string>('role', context.getHandler());
    return context.switchToHttp().getRequest().headers['x-role'] === role;
  }
}

@Controller('flights')
@UseGuards(RoleGuard)
class Flights {
  constructor(private readonly prices: Prices) {}

  @Get('above/:flight')
  @SetMetadata('role', 'reader')
  @workflow(options)
  async above(@Param('flight') flight: string): Promise<string> {
    return \`\${flight}, run \${currentWorkflow().workflowRunId}\`;
  }

  @workflow(options)
  @Get('below/:flight')
  @SetMetadata('role', 'reader')
  async below(@Param('flight') flight: string): Promise<string> {
    return \`\${flight}, run \${currentWorkflow().workflowRunId}\`;
  }

  @Get('price/:flight')
  @SetMetadata('role', 'reader')
  price(@Param('flight') flight: string): Promise<string> {
    return this.prices.of(flight);
  }
}

@Module({ controllers: [Flights], providers: [Prices, RoleGuard] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: false });
await app.listen(0, '127.0.0.1');
const url = await app.getUrl();
const answers: Record<string, string> = {};
for (const path of ['above', 'below', 'price']) {
  const get = async (headers: Record<string, string>) => {
    const answer = await fetch(\`\${url}/flights/\${path}/AB1\`, { headers });
    return \`\${answer.status} \${await answer.text()}\`;
  };
  answers[path] = await get({ 'x-role': 'reader' });
  answers[\`\${path} without a role\`] = (await get({})).slice(0, 3);
}
await app.close();
console.log(JSON.stringify(answers));
`;
