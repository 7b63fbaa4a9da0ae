using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Copilot.Data.Migrations.Postgres.Copilot
{
    /// <inheritdoc />
    internal sealed partial class StandingApprovals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Standing",
                schema: "copilot",
                table: "Proposals",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Page",
                schema: "copilot",
                table: "Presentations",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Pages",
                schema: "copilot",
                table: "Presentations",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "Standing",
                schema: "copilot",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    GrantKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Template = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TemplateHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Recipients = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PerDay = table.Column<int>(type: "integer", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    RequestedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    GrantedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    GrantedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Standing", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StandingUses",
                schema: "copilot",
                columns: table => new
                {
                    StandingId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandingUses", x => new { x.StandingId, x.Day });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_Standing",
                schema: "copilot",
                table: "Proposals",
                column: "Standing");

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_Subject",
                schema: "copilot",
                table: "Ledger",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_Standing_GrantKey",
                schema: "copilot",
                table: "Standing",
                column: "GrantKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Standing",
                schema: "copilot");

            migrationBuilder.DropTable(
                name: "StandingUses",
                schema: "copilot");

            migrationBuilder.DropIndex(
                name: "IX_Proposals_Standing",
                schema: "copilot",
                table: "Proposals");

            migrationBuilder.DropIndex(
                name: "IX_Ledger_Subject",
                schema: "copilot",
                table: "Ledger");

            migrationBuilder.DropColumn(
                name: "Standing",
                schema: "copilot",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "Page",
                schema: "copilot",
                table: "Presentations");

            migrationBuilder.DropColumn(
                name: "Pages",
                schema: "copilot",
                table: "Presentations");
        }
    }
}
