import { synthesizeForCdktf } from 'flowcdk/application';

void synthesizeForCdktf();
