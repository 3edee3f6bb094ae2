import { Module } from '@nestjs/common';
import { RegisterActorHandler } from './register-actor.js';
import { RegisterSourceHandler } from './register-source.js';

export const registryHandlers = [RegisterActorHandler, RegisterSourceHandler];

@Module({ providers: registryHandlers })
export class RegistryModule {}
